require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/models")
response = connection.run_request(:get, nil, nil, nil) do |request|
  request.headers["Accept"] = "application/json"
  request.headers["X-Request-Id"] = "7b1c"
  request.headers["User-Agent"] = "tester/1.0"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
