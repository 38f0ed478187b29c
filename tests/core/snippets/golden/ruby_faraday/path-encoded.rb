require "faraday"

# Sends the request line as it is written.
class ExactRequestLine < Faraday::Middleware
  def call(env)
    env[:url].define_singleton_method(:request_uri) { "/a%2Fb/%7Euser/%41/c%20d;v=1,2/@me:go" }
    @app.call(env)
  end
end

connection = Faraday.new("http://127.0.0.1:8765") { |builder| builder.use ExactRequestLine }
response = connection.run_request(:get, nil, nil, nil) do |request|
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
