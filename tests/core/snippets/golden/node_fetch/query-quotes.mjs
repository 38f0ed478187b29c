const url = "http://127.0.0.1:8765/list?a='x'&b=%22y%22&c=$HOME&d=!x&e=(1)*~";
const response = await fetch(url);

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
