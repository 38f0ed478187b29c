require "net/http"

uri = URI("http://127.0.0.1:8765/v1/models")
request = Net::HTTP::Get.new(uri)
request["X-List"] = 'a: b; c="d", e=f;;, :'

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
