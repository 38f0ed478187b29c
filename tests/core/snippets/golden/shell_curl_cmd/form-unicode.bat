curl "http://127.0.0.1:8765/v1/form" ^
  --fail-with-body ^
  -H "Content-Type: application/x-www-form-urlencoded" ^
  --data-raw ^"name=^%^E4^%^B8^%^96^%^E7^%^95^%^8C+^%^C3^%^BC^&quote=it^%^27s+^%^22x^%^22^&line=a^%^0D^%^0Ab^&plus=1^%^2B1+^%^7E*-._^"
