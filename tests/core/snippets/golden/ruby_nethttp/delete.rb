require "net/http"

uri = URI("http://127.0.0.1:8765/v1/items/3")
request = Net::HTTP::Delete.new(uri)

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
