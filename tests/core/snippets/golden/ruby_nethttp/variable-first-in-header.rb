require "net/http"

uri = URI("http://127.0.0.1:8765/v1/models")
request = Net::HTTP::Get.new(uri)
request["X-A"] = "#{ENV.fetch("QUERY_KEY")} after"
request["X-B"] = "#{ENV.fetch("api_key")}#{ENV.fetch("QUERY_KEY")}"

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
