require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/items")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/json"
  request.body = '{"a": 1.0, "b": -0.0, "c": 1e400, "d": 12345678901234567890, "e": 1E+2, "f": 0.10}'
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
