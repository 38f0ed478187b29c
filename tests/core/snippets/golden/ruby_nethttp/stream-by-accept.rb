require "net/http"

$stdout.sync = true
uri = URI("http://127.0.0.1:8765/events")
request = Net::HTTP::Get.new(uri)
request["Accept"] = "text/event-stream"

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request) do |response|
    response.read_body { |chunk| print chunk }
  end
end
response.value
