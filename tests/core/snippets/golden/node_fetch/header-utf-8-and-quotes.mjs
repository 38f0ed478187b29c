const response = await fetch("http://127.0.0.1:8765/v1/models", {
  headers: {
    "X-Name": Buffer.from('世 "x" \'y\' \\ \\n $HOME ${x} #{x} #$0 @{x} %s `z` )"').toString("latin1"),
  },
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
