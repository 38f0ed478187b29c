require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/items/3")
response = connection.run_request(:delete, nil, nil, nil) do |request|
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
