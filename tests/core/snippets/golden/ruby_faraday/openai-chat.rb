require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/gateway/v1/chat/completions")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/json"
  request.headers["Accept"] = "application/json"
  request.headers["Authorization"] = "Bearer #{ENV.fetch("YOUR_API_KEY")}"
  request.headers["X-Trace"] = "a b"
  request.body = "{\"model\": \"gpt-4o\", \"temperature\": 0.5, \"n\": 1, \"stop\": [\"a\", \"\\n\"], \"user\": null, \"vendor_option\": {\"x\": []}, \"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"it's \\\"ü\\\" 世界\"}]}]}"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
