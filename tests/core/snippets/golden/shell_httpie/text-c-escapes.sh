printf '\001f \000f7 \177abc \033[0m 1\0012' |
  http --body --check-status POST 'http://127.0.0.1:8765/v1/echo' \
    'Content-Type: text/plain; charset=utf-8'
