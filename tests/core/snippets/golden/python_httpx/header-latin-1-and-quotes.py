import httpx

url = "http://127.0.0.1:8765/v1/models"
headers = {
    b"X-Name": 'ü "x" \'y\' \\ \\n $HOME ${x} #{x} #$0 @{x} %s `z` )"'.encode("latin-1"),
}

response = httpx.get(url, headers=headers, timeout=None)
print(response.text)
response.raise_for_status()
