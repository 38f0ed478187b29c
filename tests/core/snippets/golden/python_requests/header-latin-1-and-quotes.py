import requests

url = "http://127.0.0.1:8765/v1/models"
headers = {
    "X-Name": 'ü "x" \'y\' \\ \\n $HOME ${x} #{x} #$0 @{x} %s `z` )"',
}

response = requests.get(url, headers=headers)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
