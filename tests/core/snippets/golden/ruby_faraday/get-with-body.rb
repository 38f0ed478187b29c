require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/_search")
response = connection.run_request(:get, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/json"
  request.body = '{"query": {"match_all": {}}}'
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
