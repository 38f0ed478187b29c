require "faraday"

# Sends the request line as it is written.
class ExactRequestLine < Faraday::Middleware
  def call(env)
    env[:url].define_singleton_method(:request_uri) { "/v1/models?q=a%20b%26c%3Dd&q=50%25&%2B=1%2B1&empty=&%C3%BC=%E4%B8%96%E7%95%8C" }
    @app.call(env)
  end
end

connection = Faraday.new("http://127.0.0.1:8765") { |builder| builder.use ExactRequestLine }
response = connection.run_request(:get, nil, nil, nil) do |request|
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
