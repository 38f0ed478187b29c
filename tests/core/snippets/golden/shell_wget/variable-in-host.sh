wget --quiet --output-document=- --content-on-error \
  "$HOST_ADDRESS/v1/x"
