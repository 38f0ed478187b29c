require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/models")
response = connection.run_request(:get, nil, nil, nil) do |request|
  request.headers["X-A"] = "\xFC ".b + ENV.fetch("QUERY_KEY").b
  request.headers["X-B"] = "世 ".b + ENV.fetch("QUERY_KEY").b
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
