require "net/http"

uri = URI("http://127.0.0.1:8765/v1/models")
request = Net::HTTP::Get.new(uri)
request["X-A"] = "\xFC ".b + ENV.fetch("QUERY_KEY").b
request["X-B"] = "世 ".b + ENV.fetch("QUERY_KEY").b

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
