require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/upload")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/octet-stream"
  request.body = "plain ascii bytes"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
