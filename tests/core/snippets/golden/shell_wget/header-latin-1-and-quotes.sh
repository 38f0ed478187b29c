wget --quiet --output-document=- --content-on-error \
  --header="$(printf 'X-Name: \374 "x" '\''y'\'' \\ \\n $HOME ${x} #{x} #$0 @{x} %%s `z` )"')" \
  'http://127.0.0.1:8765/v1/models'
