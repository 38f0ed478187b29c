const response = await fetch("http://127.0.0.1:8765/a/../b/./c/..?x=/../y");

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
