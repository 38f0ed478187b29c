wget --quiet --output-document=- --content-on-error \
  'http://127.0.0.1:8765/list?tag=a&tag=b&tag=a&z=1&a=2'
