require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/echo")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "text/plain; charset=utf-8"
  request.body = "##{ENV.fetch("QUERY_KEY")}\n$#{ENV.fetch("QUERY_KEY")}{x} \\#{ENV.fetch("QUERY_KEY")}\\n\n%#{ENV.fetch("QUERY_KEY")}% '\""
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
