import axios from "axios";

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/soap",
  headers: {
    "Content-Type": "application/xml",
  },
  data: `<?xml version="1.0"?>
<a b="c">&amp; <![CDATA[x]]></a>
`,
  transformRequest: [],
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
  adapter: "fetch",
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
