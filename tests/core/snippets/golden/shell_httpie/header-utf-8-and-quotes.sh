http --body --check-status --ignore-stdin GET 'http://127.0.0.1:8765/v1/models' \
  'X-Name: 世 "x" '\''y'\'' \ \n $HOME ${x} #{x} #$0 @{x} %s `z` )"'
