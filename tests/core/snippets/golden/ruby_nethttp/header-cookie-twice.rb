require "net/http"

uri = URI("http://127.0.0.1:8765/v1/models")
request = Net::HTTP::Get.new(uri)
request["Cookie"] = "a=1"
request.add_field("Cookie", "b=2")
# A line for each value, rather than one that joins them.
def request.each_capitalized
  @header.each { |name, values| values.each { |value| yield capitalize(name), value } }
end

response = Net::HTTP.start(uri.hostname, uri.port) do |http|
  http.request(request)
end
puts response.body
response.value
