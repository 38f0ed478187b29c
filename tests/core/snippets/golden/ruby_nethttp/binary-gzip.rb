require "net/http"

uri = URI("http://127.0.0.1:8765/v1/upload")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "application/gzip"
request.body = "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\xCBH\xCD\xC9\xC9W\x08\xCF/\xCAI\xE1\x02\x00\xD5\xE09\x0B\x0C\x00\x00\x00".b

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
