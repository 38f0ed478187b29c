require "net/http"

request = Net::HTTP::Get.new("/a%2Fb/%7Euser/%41/c%20d;v=1,2/@me:go")

response = Net::HTTP.start("127.0.0.1", 8765) do |http|
  http.request(request)
end
puts response.body
response.value
