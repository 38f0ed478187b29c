wget --quiet --output-document=- --content-on-error \
  'http://127.0.0.1:8765/list?range=%7B1..3%7D&set=[1-3]'
