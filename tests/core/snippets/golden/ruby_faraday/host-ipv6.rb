require "faraday"

connection = Faraday.new
connection.url_prefix = "http://[::1]:8765/v6?x=1"
response = connection.run_request(:get, nil, nil, nil) do |request|
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
