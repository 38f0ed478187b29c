require "net/http"

$stdout.sync = true
uri = URI("http://127.0.0.1:8765/v1/chat/completions")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "application/json"
request["Accept"] = "application/json"
request["Authorization"] = "Bearer #{ENV.fetch("YOUR_API_KEY")}"
request.body = '{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}'

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request) do |response|
    response.read_body { |chunk| print chunk }
  end
end
response.value
