printf '\037\213\010\000\000\000\000\000\002\003\313H\315\311\311W\010\317/\312I\341\002\000\325\3409\013\014\000\000\000' |
  http --body --check-status POST 'http://127.0.0.1:8765/v1/upload' \
    'Content-Type: application/gzip'
