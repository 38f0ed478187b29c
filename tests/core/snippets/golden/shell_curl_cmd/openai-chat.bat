curl "http://127.0.0.1:8765/gateway/v1/chat/completions" ^
  --fail-with-body ^
  -H "Content-Type: application/json" ^
  -H "Accept: application/json" ^
  -H "Authorization: Bearer %YOUR_API_KEY%" ^
  -H "X-Trace: a b" ^
  --data-binary "@body.bin"
