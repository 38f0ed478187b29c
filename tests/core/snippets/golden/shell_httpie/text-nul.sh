printf 'a\000b' |
  http --body --check-status POST 'http://127.0.0.1:8765/v1/echo' \
    'Content-Type: text/plain; charset=utf-8'
