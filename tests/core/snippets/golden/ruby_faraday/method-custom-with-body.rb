require "faraday"

# Sends the request line as it is written.
class ExactRequestLine < Faraday::Middleware
  def call(env)
    env[:method] = "REPORT"
    @app.call(env)
  end
end

connection = Faraday.new("http://127.0.0.1:8765/dav/") { |builder| builder.use ExactRequestLine }
response = connection.run_request(:get, nil, nil, nil) do |request|
  request.headers["Content-Type"] = "application/xml"
  request.body = "<a/>"
end

puts response.body
abort "HTTP status #{response.status}" unless response.success?
