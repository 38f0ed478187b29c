http --body --check-status --ignore-stdin POST 'http://127.0.0.1:8765/v1/echo' \
  'Content-Type: text/plain; charset=utf-8' \
  --raw='$HOME ${HOME} $(id) `id` #{1+1} #$0 %s %d %% {0} {{ }} @{x} @x !! \(x) <%= 1 %>'
