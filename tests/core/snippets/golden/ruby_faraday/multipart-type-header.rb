require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/files")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928"
  request.body = "------PlaygroundBoundary175c17ca22e52928\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n------PlaygroundBoundary175c17ca22e52928--\r\n"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
