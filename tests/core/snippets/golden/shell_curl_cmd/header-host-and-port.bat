curl "http://127.0.0.1:8765/v1/models" ^
  --fail-with-body ^
  -H "hOST: virtual.example:81"
