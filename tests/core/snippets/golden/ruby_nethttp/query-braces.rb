require "net/http"

request = Net::HTTP::Get.new("/list?range=%7B1..3%7D&set=[1-3]")

response = Net::HTTP.start("127.0.0.1", 8765) do |http|
  http.request(request)
end
puts response.body
response.value
