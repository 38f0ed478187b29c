const url = "http://127.0.0.1:8765/list?range=%7B1..3%7D&set=[1-3]";
const response = await fetch(url);

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
