require "net/http"

uri = URI("http://127.0.0.1:8765/soap")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "application/xml"
request.body = <<~'TEXT'
  <?xml version="1.0"?>
  <a b="c">&amp; <![CDATA[x]]></a>
TEXT

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
