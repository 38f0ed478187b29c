const response = await fetch(`${process.env.HOST_ADDRESS}/v1/x`);

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
