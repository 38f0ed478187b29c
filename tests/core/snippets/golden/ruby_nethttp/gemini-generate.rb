require "net/http"

uri = URI("http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent")
request = Net::HTTP::Post.new(uri)
request["x-goog-api-key"] = ENV.fetch("YOUR_API_KEY")
request["Content-Type"] = "application/json"
request.body = '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}'

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
