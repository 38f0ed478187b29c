require "faraday"

connection = Faraday.new("#{ENV.fetch("HOST_ADDRESS")}/v1/x")
response = connection.run_request(:get, nil, nil, nil) do |request|
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
