require "net/http"

uri = URI("http://127.0.0.1:8765/v1/files")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "multipart/form-data; boundary=----PlaygroundBoundary2e38e77b22c314a4"
request.body = "------PlaygroundBoundary2e38e77b22c314a4--\r\n"

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
