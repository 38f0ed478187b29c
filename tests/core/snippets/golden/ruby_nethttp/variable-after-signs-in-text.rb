require "net/http"

uri = URI("http://127.0.0.1:8765/v1/echo")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "text/plain; charset=utf-8"
request.body = "##{ENV.fetch("QUERY_KEY")}\n$#{ENV.fetch("QUERY_KEY")}{x} \\#{ENV.fetch("QUERY_KEY")}\\n\n%#{ENV.fetch("QUERY_KEY")}% '\""

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
