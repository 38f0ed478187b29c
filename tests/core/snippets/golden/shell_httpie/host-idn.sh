http --body --check-status --ignore-stdin GET 'https://xn--bcher-kva.example/a'
