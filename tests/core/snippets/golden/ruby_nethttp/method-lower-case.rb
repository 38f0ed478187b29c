require "net/http"

request = Net::HTTPGenericRequest.new("patch", true, true, "/v1/items")
request["Content-Type"] = "application/json"
request.body = "{}"

response = Net::HTTP.start("127.0.0.1", 8765) do |http|
  http.request(request)
end
puts response.body
response.value
