printf 'unix\nold mac\rdos\r\nboth\n\r\n' |
  http --body --check-status POST 'http://127.0.0.1:8765/v1/echo' \
    'Content-Type: text/plain; charset=utf-8'
