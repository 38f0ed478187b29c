require "net/http"

request = Net::HTTP::Get.new("/v6?x=1")
request["Host"] = "[::1]:8765"

response = Net::HTTP.start("::1", 8765) do |http|
  http.request(request)
end
puts response.body
response.value
