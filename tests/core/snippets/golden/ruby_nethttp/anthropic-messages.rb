require "net/http"

uri = URI("http://127.0.0.1:8765/v1/messages")
request = Net::HTTP::Post.new(uri)
request["x-api-key"] = ENV.fetch("YOUR_API_KEY")
request["anthropic-version"] = "2023-06-01"
request["anthropic-beta"] = "some-beta-2025-01-01"
request["Content-Type"] = "application/json"
request.body = '{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}'

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
