require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/items")
response = connection.run_request(:put, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/json"
  request.body = '{"name": "x"}'
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
