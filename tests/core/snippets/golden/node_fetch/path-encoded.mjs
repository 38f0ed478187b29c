const url = "http://127.0.0.1:8765/a%2Fb/%7Euser/%41/c%20d;v=1,2/@me:go";
const response = await fetch(url);

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
