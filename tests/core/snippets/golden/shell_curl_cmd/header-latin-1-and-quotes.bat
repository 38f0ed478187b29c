curl "http://127.0.0.1:8765/v1/models" ^
  --fail-with-body ^
  -H ^"X-Name: ^ü ^\^"x^\^" 'y' ^\ ^\n ^$HOME ^$^{x^} ^#^{x^} ^#^$0 ^@^{x^} ^%^s `z` )^\^"^"
