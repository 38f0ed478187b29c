curl "http://127.0.0.1:8765/v1/models" ^
  --fail-with-body ^
  -H "x-lower: 1" ^
  -H "X_UNDER: 2" ^
  -H ^"X-^!^#^$^%^&'*+.^^`^|~: 3^"
