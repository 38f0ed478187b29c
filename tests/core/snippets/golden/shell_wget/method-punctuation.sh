wget --quiet --output-document=- --content-on-error \
  --method=M-SEARCH \
  'http://127.0.0.1:8765/x'
