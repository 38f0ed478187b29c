require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/files")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "multipart/form-data; boundary=----PlaygroundBoundary2e38e77b22c314a4"
  request.body = "------PlaygroundBoundary2e38e77b22c314a4--\r\n"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
