curl "http://127.0.0.1:8765/dav/" ^
  -X "PROPFIND" ^
  --fail-with-body ^
  -H "Depth: 1"
