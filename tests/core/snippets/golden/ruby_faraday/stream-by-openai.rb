require "faraday"

$stdout.sync = true
connection = Faraday.new("http://127.0.0.1:8765/v1/chat/completions")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/json"
  request.headers["Accept"] = "application/json"
  request.headers["Authorization"] = "Bearer #{ENV.fetch("YOUR_API_KEY")}"
  request.body = '{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}'
  request.options.on_data = proc { |chunk, _| print chunk }
end

abort "HTTP status #{response.status}" unless response.success?
