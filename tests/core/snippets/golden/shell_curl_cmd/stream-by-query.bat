curl "http://127.0.0.1:8765/v1beta/models/g:streamGenerateContent?alt=sse" ^
  --fail-with-body ^
  --no-buffer ^
  -H "Content-Type: application/json" ^
  --data-raw "{}"
