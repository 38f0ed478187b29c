const response = await fetch("https://api.example.com/v1/models");

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
