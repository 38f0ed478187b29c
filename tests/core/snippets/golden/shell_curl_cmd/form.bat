curl "http://127.0.0.1:8765/v1/form" ^
  --fail-with-body ^
  -H "Content-Type: application/x-www-form-urlencoded" ^
  --data-raw ^"a=1^&b+c=x^%^26y^%^3Dz^&a=2^&empty=^"
