curl "http://127.0.0.1:8765/v1/echo" ^
  --fail-with-body ^
  -H "Content-Type: text/plain; charset=utf-8" ^
  --data-raw ^")^\^" )--^\^" ^\^"^\^"^\^"^# ^\^"^# ^\^"^#^# '^]^] ^]^] )delim^\^" EOF^

EOF^

'^@^

^\^"^@^

JSON;^

^"
