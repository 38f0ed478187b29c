import requests

url = "http://127.0.0.1:8765/v1/files"
headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundary2e38e77b22c314a4",
}
data = "------PlaygroundBoundary2e38e77b22c314a4--\r\n"

response = requests.post(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
