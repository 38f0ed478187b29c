const url = "http://127.0.0.1:8765/list?filter[name]=x&ids[]=1&ids[]=2";
const response = await fetch(url);

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
