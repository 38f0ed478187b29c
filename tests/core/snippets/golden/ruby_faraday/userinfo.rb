require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/private")
response = connection.run_request(:get, nil, nil, nil) do |request|
  request.headers["Authorization"] = "Basic bWU6cEBzcyB3w7ZyZA=="
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
