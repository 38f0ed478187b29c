require "net/http"

uri = URI("http://127.0.0.1:8765/v1/upload")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "application/octet-stream"
request.body = "plain ascii bytes"

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
