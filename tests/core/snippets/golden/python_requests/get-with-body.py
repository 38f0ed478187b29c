import requests

url = "http://127.0.0.1:8765/_search"
headers = {
    "Content-Type": "application/json",
}
data = '{"query": {"match_all": {}}}'

response = requests.get(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
