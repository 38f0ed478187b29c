const response = await fetch("http://localhost.:8765/v1/models");

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
