curl "http://127.0.0.1:8765/private" ^
  --fail-with-body ^
  -H "Authorization: Basic dG9rZW46"
