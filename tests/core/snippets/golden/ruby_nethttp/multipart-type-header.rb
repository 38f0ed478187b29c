require "net/http"

uri = URI("http://127.0.0.1:8765/v1/files")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928"
request.body = "------PlaygroundBoundary175c17ca22e52928\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n------PlaygroundBoundary175c17ca22e52928--\r\n"

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
