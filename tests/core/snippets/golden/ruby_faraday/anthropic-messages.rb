require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/messages")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["x-api-key"] = ENV.fetch("YOUR_API_KEY")
  request.headers["anthropic-version"] = "2023-06-01"
  request.headers["anthropic-beta"] = "some-beta-2025-01-01"
  request.headers["Content-Type"] = "application/json"
  request.body = '{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}'
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
