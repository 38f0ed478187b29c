curl "http://127.0.0.1:8765/soap" ^
  --fail-with-body ^
  -H "Content-Type: application/xml" ^
  --data-raw ^"^<?xml version=^\^"1.0^\^"?^>^

^<a b=^\^"c^\^"^>^&amp; ^<^!^[CDATA^[x^]^]^>^</a^>^

^"
