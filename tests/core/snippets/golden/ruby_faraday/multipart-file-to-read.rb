require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/files")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2"
  request.body = [
  "------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\nContent-Type: text/plain\r\n\r\n".b,
  File.binread("notes.txt"),
  "\r\n------PlaygroundBoundaryf73962d8f40d61f2--\r\n".b
].join
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
