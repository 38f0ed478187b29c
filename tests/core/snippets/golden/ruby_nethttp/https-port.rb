require "net/http"

uri = URI("https://api.example.com:8443/v1/x")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "application/json"
request.body = "{}"

response = Net::HTTP.start(uri.hostname, uri.port, use_ssl: true) do |http|
  http.request(request)
end
puts response.body
response.value
