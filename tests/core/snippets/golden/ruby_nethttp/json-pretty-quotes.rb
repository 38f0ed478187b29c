require "net/http"

uri = URI("http://127.0.0.1:8765/v1/items")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "application/json"
request.body = <<~'JSON'
  {
    "a": "''' \"\"\" ``` )\"",
    "b": "$HOME ${x} #{x} %s"
  }
JSON

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
