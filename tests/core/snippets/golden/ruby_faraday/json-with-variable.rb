require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/items")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/json"
  request.body = "{\n  \"key\": \"#{ENV.fetch("QUERY_KEY")}\",\n  \"same\": \"#{ENV.fetch("QUERY_KEY")}/#{ENV.fetch("api_key")}\"\n}"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
