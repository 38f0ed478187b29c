const url =
  "http://127.0.0.1:8765/search?q=a%20b%2Bc&plus=a+b&slash=a%2Fb&amp=%26";
const response = await fetch(url);

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
