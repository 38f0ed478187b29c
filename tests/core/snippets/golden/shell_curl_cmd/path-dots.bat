curl "http://127.0.0.1:8765/a/../b/./c/..?x=/../y" ^
  --path-as-is ^
  --fail-with-body
