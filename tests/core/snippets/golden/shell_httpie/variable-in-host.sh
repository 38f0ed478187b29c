http --body --check-status --ignore-stdin GET "$HOST_ADDRESS/v1/x"
