import httpx

url = "http://127.0.0.1:8765/v1/echo"
headers = {
    "Content-Type": "text/plain; charset=utf-8",
}
content = (
    "$HOME ${HOME} $(id) `id` #{1+1} #$0 %s %d %% {0} {{ }} @{x} @x !! \\(x) <%= 1 %>"
)

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
