const response = await fetch("https://xn--bcher-kva.example/a");

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
