http --body --check-status --ignore-stdin GET 'http://127.0.0.1:8765/search?q=a%20b%2Bc&plus=a+b&slash=a%2Fb&amp=%26'
