http --body --check-status --ignore-stdin POST 'http://127.0.0.1:8765/gateway/v1/chat/completions' \
  'Content-Type: application/json' \
  'Accept: application/json' \
  "Authorization: Bearer $YOUR_API_KEY" \
  'X-Trace: a b' \
  --raw='{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it'\''s \"ü\" 世界"}]}]}'
