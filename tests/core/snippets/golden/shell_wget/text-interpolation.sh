wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: text/plain; charset=utf-8' \
  --body-data='$HOME ${HOME} $(id) `id` #{1+1} #$0 %s %d %% {0} {{ }} @{x} @x !! \(x) <%= 1 %>' \
  'http://127.0.0.1:8765/v1/echo'
