const url = `http://127.0.0.1:8765/${process.env.BASE_PATH}/models?key=${process.env.QUERY_KEY}`;
const response = await fetch(url, {
  headers: {
    "X-Api-Key": process.env.api_key,
  },
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
