curl "http://127.0.0.1:8765/v1/models" ^
  --fail-with-body ^
  -H "DNT: 1" ^
  -H "Origin: https://a.example" ^
  -H "Referer: https://a.example/b"
