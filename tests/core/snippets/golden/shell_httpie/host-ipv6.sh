http --body --check-status --ignore-stdin GET 'http://[::1]:8765/v6?x=1'
