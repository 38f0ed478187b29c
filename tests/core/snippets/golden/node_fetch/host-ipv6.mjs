const response = await fetch("http://[::1]:8765/v6?x=1");

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
