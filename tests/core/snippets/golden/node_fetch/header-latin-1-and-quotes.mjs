const response = await fetch("http://127.0.0.1:8765/v1/models", {
  headers: {
    "X-Name": 'ü "x" \'y\' \\ \\n $HOME ${x} #{x} #$0 @{x} %s `z` )"',
  },
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
