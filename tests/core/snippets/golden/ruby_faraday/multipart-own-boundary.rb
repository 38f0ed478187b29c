require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/files")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "multipart/form-data; boundary=my-own-boundary"
  request.body = "--my-own-boundary\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--my-own-boundary--\r\n"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
