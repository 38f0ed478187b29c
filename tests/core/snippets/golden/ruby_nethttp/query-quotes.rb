require "net/http"

request = Net::HTTP::Get.new("/list?a='x'&b=%22y%22&c=$HOME&d=!x&e=(1)*~")

response = Net::HTTP.start("127.0.0.1", 8765) do |http|
  http.request(request)
end
puts response.body
response.value
