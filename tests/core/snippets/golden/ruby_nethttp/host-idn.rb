require "net/http"

uri = URI("https://xn--bcher-kva.example/a")
request = Net::HTTP::Get.new(uri)

response = Net::HTTP.start(uri.hostname, uri.port, use_ssl: true) do |http|
  http.request(request)
end
puts response.body
response.value
