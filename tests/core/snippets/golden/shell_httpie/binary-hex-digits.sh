printf '\377abc\000123\376\200f' |
  http --body --check-status POST 'http://127.0.0.1:8765/v1/upload' \
    'Content-Type: application/octet-stream'
