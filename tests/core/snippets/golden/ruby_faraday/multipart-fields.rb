require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/files")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d"
  request.body = "------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nzwei ü\r\nline\r\n------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n------PlaygroundBoundary8ee45f4618e8f20d--\r\n"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
