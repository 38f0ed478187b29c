require "net/http"

uri = URI("http://127.0.0.1:8765/v1/files")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "multipart/form-data; boundary=----PlaygroundBoundary63a6b0217bdc2b01"
request.body = "------PlaygroundBoundary63a6b0217bdc2b01\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"x\": 1}\r\n------PlaygroundBoundary63a6b0217bdc2b01--\r\n"

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
