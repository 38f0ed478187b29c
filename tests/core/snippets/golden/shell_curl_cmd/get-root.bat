curl "http://127.0.0.1:8765/" ^
  --fail-with-body
