const response = await fetch("http://127.0.0.1:8765/v1/models", {
  headers: {
    Accept: "application/json",
    "X-Request-Id": "7b1c",
    "User-Agent": "tester/1.0",
  },
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
