curl ^"http://127.0.0.1:8765/it's/(a)/*/^$x^!^" ^
  --fail-with-body
