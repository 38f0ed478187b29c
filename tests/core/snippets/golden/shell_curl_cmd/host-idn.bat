curl "https://xn--bcher-kva.example/a" ^
  --fail-with-body
