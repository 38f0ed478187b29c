require "net/http"

uri = URI("http://127.0.0.1:8765/v1/files")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2"
request.body = [
  "------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\nContent-Type: text/plain\r\n\r\n".b,
  File.binread("notes.txt"),
  "\r\n------PlaygroundBoundaryf73962d8f40d61f2--\r\n".b
].join

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
