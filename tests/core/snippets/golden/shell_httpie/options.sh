http --body --check-status --ignore-stdin OPTIONS 'http://127.0.0.1:8765/v1/items'
