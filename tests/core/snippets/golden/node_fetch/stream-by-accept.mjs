const response = await fetch("http://127.0.0.1:8765/events", {
  headers: {
    Accept: "text/event-stream",
  },
});

for await (const chunk of response.body) {
  process.stdout.write(chunk);
}
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
