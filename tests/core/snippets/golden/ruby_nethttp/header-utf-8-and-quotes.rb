require "net/http"

uri = URI("http://127.0.0.1:8765/v1/models")
request = Net::HTTP::Get.new(uri)
request["X-Name"] = "世 \"x\" 'y' \\ \\n $HOME ${x} \#{x} \#$0 @{x} %s `z` )\"".b

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
