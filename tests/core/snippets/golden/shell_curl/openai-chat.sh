curl 'http://127.0.0.1:8765/gateway/v1/chat/completions' \
  --fail-with-body \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json' \
  -H "Authorization: Bearer $YOUR_API_KEY" \
  -H 'X-Trace: a b' \
  --data-raw '{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it'\''s \"ü\" 世界"}]}]}'
