require "net/http"

$stdout.sync = true
uri = URI("http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse")
request = Net::HTTP::Post.new(uri)
request["x-goog-api-key"] = ENV.fetch("YOUR_API_KEY")
request["Content-Type"] = "application/json"
request.body = '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}'

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request) do |response|
    response.read_body { |chunk| print chunk }
  end
end
response.value
