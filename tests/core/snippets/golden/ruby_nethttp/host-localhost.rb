require "net/http"

uri = URI("http://localhost:8765/v1/models")
request = Net::HTTP::Get.new(uri)

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
