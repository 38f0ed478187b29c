printf 'gr\374\337e' |
  http --body --check-status POST 'http://127.0.0.1:8765/v1/upload' \
    'Content-Type: text/plain; charset=iso-8859-1'
