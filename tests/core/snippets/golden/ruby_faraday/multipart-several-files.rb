require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/files")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b"
  request.body = [
  "------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\nContent-Type: image/png\r\n\r\n".b,
  File.binread("image.png"),
  "\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r\nContent-Type: application/octet-stream\r\n\r\n".b,
  File.binread("notes.txt"),
  "\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na cat\r\n------PlaygroundBoundaryd449d477edf7502b--\r\n".b
].join
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
