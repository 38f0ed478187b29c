require "net/http"

uri = URI("http://127.0.0.1:8765/v1/cancel")
request = Net::HTTP::Post.new(uri)
# No Content-Type is sent, rather than the one that net/http would choose.
def request.supply_default_content_type = nil

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
