curl "http://127.0.0.1:8765/v1/models" ^
  --fail-with-body ^
  -H ^"X-Quotes: it's ^\^"x^\^" `y` ^\ ^\n ^$HOME ^$^{x^} ^#^{x^} ^%^s ^%^d ^{^{ ^}^} ^!^"
