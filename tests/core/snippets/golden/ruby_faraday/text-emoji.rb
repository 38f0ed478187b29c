require "faraday"

connection = Faraday.new("http://127.0.0.1:8765/v1/echo")
response = connection.run_request(:post, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "text/plain; charset=utf-8"
  request.body = "😀👩\u{200D}👩\u{200D}👧\u{200D}👦🇩🇪 𝒳 \u{10FFFF}"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
