wget --quiet --output-document=- --content-on-error \
  --header='DNT: 1' \
  --header='Origin: https://a.example' \
  --header='Referer: https://a.example/b' \
  'http://127.0.0.1:8765/v1/models'
