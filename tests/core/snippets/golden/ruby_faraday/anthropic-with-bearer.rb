require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/messages")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/json"
  request.headers["Accept"] = "application/json"
  request.headers["Authorization"] = "Bearer #{ENV.fetch("YOUR_API_KEY")}"
  request.body = '{"model": "m", "max_tokens": 64, "messages": [{"role": "user", "content": "hi"}]}'
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
