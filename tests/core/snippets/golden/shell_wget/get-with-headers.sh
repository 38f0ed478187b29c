wget --quiet --output-document=- --content-on-error \
  --header='Accept: application/json' \
  --header='X-Request-Id: 7b1c' \
  --header='User-Agent: tester/1.0' \
  'http://127.0.0.1:8765/v1/models'
