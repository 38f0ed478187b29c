wget --quiet --output-document=- --content-on-error \
  'http://[::1]:8765/v6?x=1'
