require "net/http"

uri = URI("http://127.0.0.1:8765/search?q=a%20b%2Bc&plus=a+b&slash=a%2Fb&amp=%26")
request = Net::HTTP::Get.new(uri)

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
