http --body --check-status --ignore-stdin GET 'http://localhost:8765/v1/models'
