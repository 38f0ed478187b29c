require "net/http"

uri = URI("http://127.0.0.1:8765/#{ENV.fetch("BASE_PATH")}/models?key=#{ENV.fetch("QUERY_KEY")}")
request = Net::HTTP::Get.new(uri)
request["X-Api-Key"] = ENV.fetch("api_key")

response = Net::HTTP.start(uri.hostname, uri.port, use_ssl: uri.scheme == "https") do |http|
  http.request(request)
end
puts response.body
response.value
