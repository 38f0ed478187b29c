curl "https://api.example.com/v1/models" ^
  --fail-with-body
