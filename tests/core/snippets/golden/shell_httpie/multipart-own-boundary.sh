printf -- '--my-own-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--my-own-boundary--\r\n' |
  http --body --check-status POST 'http://127.0.0.1:8765/v1/files' \
    'Content-Type: multipart/form-data; boundary=my-own-boundary'
