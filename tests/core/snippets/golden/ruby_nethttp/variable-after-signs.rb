require "net/http"

uri = URI("http://127.0.0.1:8765/v1/models")
request = Net::HTTP::Get.new(uri)
request["X-A"] = "##{ENV.fetch("QUERY_KEY")} $#{ENV.fetch("QUERY_KEY")}{x} \\#{ENV.fetch("QUERY_KEY")}\\n %#{ENV.fetch("QUERY_KEY")}% @#{ENV.fetch("QUERY_KEY")}_x[0]"

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
