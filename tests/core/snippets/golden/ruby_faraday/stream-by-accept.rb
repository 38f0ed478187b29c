require "faraday"

$stdout.sync = true
connection = Faraday.new("http://127.0.0.1:8765/events")
response = connection.run_request(:get, nil, nil, nil) do |request|
  request.headers["Accept"] = "text/event-stream"
  request.options.on_data = proc { |chunk, _| print chunk }
end

abort "HTTP status #{response.status}" unless response.success?
