import os

import httpx

url = "http://127.0.0.1:8765/v1/models"
headers = {
    "X-A": "#"
    + os.environ["QUERY_KEY"]
    + " $"
    + os.environ["QUERY_KEY"]
    + "{x} \\"
    + os.environ["QUERY_KEY"]
    + "\\n %"
    + os.environ["QUERY_KEY"]
    + "% @"
    + os.environ["QUERY_KEY"]
    + "_x[0]",
}

response = httpx.get(url, headers=headers, timeout=None)
print(response.text)
response.raise_for_status()
