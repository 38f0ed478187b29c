require "faraday"

$stdout.sync = true
connection = Faraday.new("http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["x-goog-api-key"] = ENV.fetch("YOUR_API_KEY")
  request.headers["Content-Type"] = "application/json"
  request.body = '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}'
  request.options.on_data = proc { |chunk, _| print chunk }
end

abort "HTTP status #{response.status}" unless response.success?
