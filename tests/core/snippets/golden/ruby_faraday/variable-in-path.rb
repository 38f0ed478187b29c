require "faraday"

# Sends the request line as it is written.
class ExactRequestLine < Faraday::Middleware
  def call(env)
    env[:url].define_singleton_method(:request_uri) { "http://127.0.0.1:8765/#{ENV.fetch("BASE_PATH")}/models?key=#{ENV.fetch("QUERY_KEY")}".sub(%r{\A\w+://[^/?]*/?}, "/") }
    @app.call(env)
  end
end

connection = Faraday.new("http://127.0.0.1:8765/#{ENV.fetch("BASE_PATH")}/models?key=#{ENV.fetch("QUERY_KEY")}"[%r{\A\w+://[^/?]*}]) { |builder| builder.use ExactRequestLine }
response = connection.run_request(:get, nil, nil, nil) do |request|
  request.headers["X-Api-Key"] = ENV.fetch("api_key")
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
