require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["x-goog-api-key"] = ENV.fetch("YOUR_API_KEY")
  request.headers["Content-Type"] = "application/json"
  request.body = '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}'
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
