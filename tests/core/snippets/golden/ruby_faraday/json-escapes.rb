require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/items")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/json"
  request.body = '{"a": "\\u4e16 \\/ \\" \\\\ \\n \\ud83d\\ude00 \\u0000"}'
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
