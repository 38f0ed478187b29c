curl "http://localhost.:8765/v1/models" ^
  --fail-with-body
