curl ^"http://127.0.0.1:8765/a^%^2fb?c=^%^e4^%^b8^%^ad^" ^
  --fail-with-body
