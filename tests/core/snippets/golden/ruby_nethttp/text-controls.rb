require "net/http"

uri = URI("http://127.0.0.1:8765/v1/echo")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "text/plain; charset=utf-8"
request.body = "\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0B\x0C\r\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F\x7F"

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
