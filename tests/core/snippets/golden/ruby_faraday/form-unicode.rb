require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/form")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/x-www-form-urlencoded"
  request.body = "name=%E4%B8%96%E7%95%8C+%C3%BC&quote=it%27s+%22x%22&line=a%0D%0Ab&plus=1%2B1+%7E*-._"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
