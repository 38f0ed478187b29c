const response = await fetch("http://127.0.0.1:8765/a%2fb?c=%e4%b8%ad");

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
