curl "http://127.0.0.1:8765/v1/models" ^
  --fail-with-body ^
  -H "X-A: %QUERY_KEY% after" ^
  -H "X-B: %api_key%%QUERY_KEY%"
