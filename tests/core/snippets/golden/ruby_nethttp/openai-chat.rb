require "net/http"

uri = URI("http://127.0.0.1:8765/gateway/v1/chat/completions")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "application/json"
request["Accept"] = "application/json"
request["Authorization"] = "Bearer #{ENV.fetch("YOUR_API_KEY")}"
request["X-Trace"] = "a b"
request.body = "{\"model\": \"gpt-4o\", \"temperature\": 0.5, \"n\": 1, \"stop\": [\"a\", \"\\n\"], \"user\": null, \"vendor_option\": {\"x\": []}, \"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"it's \\\"ü\\\" 世界\"}]}]}"

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
