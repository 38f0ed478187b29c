http --body --check-status --ignore-stdin POST 'http://127.0.0.1:8765/soap' \
  'Content-Type: application/xml' \
  --raw='<?xml version="1.0"?>
<a b="c">&amp; <![CDATA[x]]></a>
'
