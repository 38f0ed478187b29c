require "net/http"

uri = URI("http://127.0.0.1:8765/_search")
request = Net::HTTP::Get.new(uri)
request["Content-Type"] = "application/json"
request.body = '{"query": {"match_all": {}}}'

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
