require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/form")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/x-www-form-urlencoded"
  request.body = "key=#{ENV.fetch("QUERY_KEY")}&x=1"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
