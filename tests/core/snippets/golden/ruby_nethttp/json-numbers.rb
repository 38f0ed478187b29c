require "net/http"

uri = URI("http://127.0.0.1:8765/v1/items")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "application/json"
request.body = '{"a": 1.0, "b": -0.0, "c": 1e400, "d": 12345678901234567890, "e": 1E+2, "f": 0.10}'

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
