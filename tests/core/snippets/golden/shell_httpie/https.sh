http --body --check-status --ignore-stdin GET 'https://api.example.com/v1/models'
