curl "%HOST_ADDRESS%/v1/x" ^
  --globoff ^
  --fail-with-body
