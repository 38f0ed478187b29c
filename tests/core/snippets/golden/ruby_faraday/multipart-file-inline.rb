require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/files")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69"
  request.body = "------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nassistants\r\n------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name=\"file\"; filename=\"data.jsonl\"\r\nContent-Type: application/jsonl\r\n\r\n{\"a\": 1}\n{\"b\": 2}\n\r\n------PlaygroundBoundary4c81953d1c1f9d69--\r\n"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
