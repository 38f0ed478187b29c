curl "http://127.0.0.1:8765/events" ^
  --fail-with-body ^
  --no-buffer ^
  -H "Accept: text/event-stream"
