require "faraday"

connection = Faraday.new("https://xn--bcher-kva.example/a")
response = connection.run_request(:get, nil, nil, nil) do |request|
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
