require "faraday"

connection = Faraday.new("https://api.example.com:8443/v1/x")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/json"
  request.body = "{}"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
