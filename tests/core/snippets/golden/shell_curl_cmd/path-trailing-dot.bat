curl "http://127.0.0.1:8765/file." ^
  --fail-with-body
