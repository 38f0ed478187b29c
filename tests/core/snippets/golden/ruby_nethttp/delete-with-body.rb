require "net/http"

uri = URI("http://127.0.0.1:8765/v1/items")
request = Net::HTTP::Delete.new(uri)
request["Content-Type"] = "application/json"
request.body = '{"ids": [1, 2]}'

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
