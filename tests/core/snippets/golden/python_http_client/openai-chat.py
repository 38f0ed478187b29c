import http.client
import os

headers = {
    "Content-Type": "application/json",
    "Accept": "application/json",
    "Authorization": "Bearer " + os.environ["YOUR_API_KEY"],
    "X-Trace": "a b",
}
body = '{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it\'s \\"ü\\" 世界"}]}]}'.encode()

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/gateway/v1/chat/completions", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
