require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/items")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/json"
  request.body = "{\"文字\": \"grüße 世界 😀 \u{2028}\u{2029}\u{FEFF} é \u{200B}\"}"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
