require "net/http"

uri = URI("http://127.0.0.1:8765/v1/upload")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "text/plain; charset=iso-8859-1"
request.body = "gr\xFC\xDFe".b

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
