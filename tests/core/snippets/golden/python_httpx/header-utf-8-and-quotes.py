import httpx

url = "http://127.0.0.1:8765/v1/models"
headers = {
    b"X-Name": '世 "x" \'y\' \\ \\n $HOME ${x} #{x} #$0 @{x} %s `z` )"'.encode(),
}

response = httpx.get(url, headers=headers, timeout=None)
print(response.text)
response.raise_for_status()
