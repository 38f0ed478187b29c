wget --quiet --output-document=- --content-on-error \
  'http://127.0.0.1:8765/list?filter[name]=x&ids[]=1&ids[]=2'
