require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/files")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "multipart/form-data; boundary=----PlaygroundBoundary63a6b0217bdc2b01"
  request.body = "------PlaygroundBoundary63a6b0217bdc2b01\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"x\": 1}\r\n------PlaygroundBoundary63a6b0217bdc2b01--\r\n"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
