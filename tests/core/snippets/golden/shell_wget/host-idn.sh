wget --quiet --output-document=- --content-on-error \
  'https://xn--bcher-kva.example/a'
