import requests

url = "http://127.0.0.1:8765/v1/echo"
headers = {
    "Content-Type": "text/plain; charset=utf-8",
}
data = (
    "$HOME ${HOME} $(id) `id` #{1+1} #$0 %s %d %% {0} {{ }} @{x} @x !! \\(x) <%= 1 %>"
)

response = requests.post(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
