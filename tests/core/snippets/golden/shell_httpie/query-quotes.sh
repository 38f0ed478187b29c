http --body --check-status --ignore-stdin --path-as-is GET 'http://127.0.0.1:8765/list?a='\''x'\''&b=%22y%22&c=$HOME&d=!x&e=(1)*~'
