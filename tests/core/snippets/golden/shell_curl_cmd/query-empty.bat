curl "http://127.0.0.1:8765/list?" ^
  --fail-with-body
