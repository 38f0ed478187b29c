require "net/http"

uri = URI("#{ENV.fetch("HOST_ADDRESS")}/v1/x")
request = Net::HTTP::Get.new(uri)

response = Net::HTTP.start(uri.hostname, uri.port, use_ssl: uri.scheme == "https") do |http|
  http.request(request)
end
puts response.body
response.value
