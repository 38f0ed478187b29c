require "net/http"

uri = URI("http://127.0.0.1:8765/v1/responses")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "application/json"
request["Accept"] = "application/json"
request["Authorization"] = "Bearer #{ENV.fetch("YOUR_API_KEY")}"
request.body = '{"model": "gpt-4o", "input": "hello", "store": false}'

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
