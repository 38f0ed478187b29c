import axios from "axios";

const response = await axios({
  url: "http://127.0.0.1:8765/events",
  headers: {
    Accept: "text/event-stream",
  },
  responseType: "stream",
  validateStatus: null,
});

for await (const chunk of response.data) {
  process.stdout.write(chunk);
}
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
