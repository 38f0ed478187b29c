wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/json' \
  --body-data='{"文字": "grüße 世界 😀   ﻿ é ​"}' \
  'http://127.0.0.1:8765/v1/items'
