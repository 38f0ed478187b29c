require "net/http"

uri = URI("http://127.0.0.1:8765/v1/files")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d"
request.body = "------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nzwei ü\r\nline\r\n------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n------PlaygroundBoundary8ee45f4618e8f20d--\r\n"

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
