require "net/http"

request = Net::HTTP::Get.new("/a%2fb?c=%e4%b8%ad")

response = Net::HTTP.start("127.0.0.1", 8765) do |http|
  http.request(request)
end
puts response.body
response.value
