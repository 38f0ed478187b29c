body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf '\001\002\003\004\005\006\007\010\t\n\013\014\r\016\017\020\021\022\023\024\025\026\027\030\031\032\033\034\035\036\037\177' >"$body"
wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: text/plain; charset=utf-8' \
  --body-file="$body" \
  'http://127.0.0.1:8765/v1/echo'
