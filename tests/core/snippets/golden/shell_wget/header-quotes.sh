wget --quiet --output-document=- --content-on-error \
  --header='X-Quotes: it'\''s "x" `y` \ \n $HOME ${x} #{x} %s %d {{ }} !' \
  'http://127.0.0.1:8765/v1/models'
