wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/xml' \
  --body-data='<?xml version="1.0"?>
<a b="c">&amp; <![CDATA[x]]></a>
' \
  'http://127.0.0.1:8765/soap'
