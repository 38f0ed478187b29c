require "net/http"

uri = URI("http://127.0.0.1:8765/v1/echo")
request = Net::HTTP::Post.new(uri)
request["Content-Type"] = "text/plain; charset=utf-8"
request.body = "$HOME ${HOME} $(id) `id` \#{1+1} \#$0 %s %d %% {0} {{ }} @{x} @x !! \\(x) <%= 1 %>"

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
