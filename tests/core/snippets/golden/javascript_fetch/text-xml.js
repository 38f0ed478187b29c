const response = await fetch("http://127.0.0.1:8765/soap", {
  method: "POST",
  headers: {
    "Content-Type": "application/xml",
  },
  body: `<?xml version="1.0"?>
<a b="c">&amp; <![CDATA[x]]></a>
`,
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
