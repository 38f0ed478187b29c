wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/json' \
  --header='Accept: application/json' \
  --header="Authorization: Bearer $YOUR_API_KEY" \
  --header='X-Trace: a b' \
  --body-data='{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it'\''s \"ü\" 世界"}]}]}' \
  'http://127.0.0.1:8765/gateway/v1/chat/completions'
