curl "http://[::1]:8765/v6?x=1" ^
  --globoff ^
  --fail-with-body
