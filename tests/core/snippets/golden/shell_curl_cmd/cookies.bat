curl "http://127.0.0.1:8765/v1/models" ^
  --fail-with-body ^
  -H ^"Cookie: session=a b^\^"c; theme=dark^"
