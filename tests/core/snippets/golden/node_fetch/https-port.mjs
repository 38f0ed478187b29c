const response = await fetch("https://api.example.com:8443/v1/x", {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
  },
  body: "{}",
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
