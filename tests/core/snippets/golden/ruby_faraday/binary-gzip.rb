require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/upload")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/gzip"
  request.body = "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\xCBH\xCD\xC9\xC9W\x08\xCF/\xCAI\xE1\x02\x00\xD5\xE09\x0B\x0C\x00\x00\x00".b
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
