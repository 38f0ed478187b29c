curl "http://127.0.0.1:8765/%BASE_PATH%/models?key=%QUERY_KEY%" ^
  --globoff ^
  --fail-with-body ^
  -H "X-Api-Key: %api_key%"
