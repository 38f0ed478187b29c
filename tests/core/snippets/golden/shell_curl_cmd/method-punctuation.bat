curl "http://127.0.0.1:8765/x" ^
  -X "M-SEARCH" ^
  --fail-with-body
