require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/soap")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/xml"
  request.body = <<~'TEXT'
  <?xml version="1.0"?>
  <a b="c">&amp; <![CDATA[x]]></a>
TEXT
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
