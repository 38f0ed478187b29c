wget --quiet --output-document=- --content-on-error \
  --header="$(printf 'X-Name: J\374rgen \377 \247')" \
  'http://127.0.0.1:8765/v1/models'
