require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/models")
response = connection.run_request(:get, nil, nil, nil) do |request|
  request.headers["X-List"] = 'a: b; c="d", e=f;;, :'
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
