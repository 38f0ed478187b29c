package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

func main() {
	body := "------PlaygroundBoundary4c81953d1c1f9d69\r\n" +
		"Content-Disposition: form-data; name=\"purpose\"\r\n" +
		"\r\n" +
		"assistants\r\n" +
		"------PlaygroundBoundary4c81953d1c1f9d69\r\n" +
		"Content-Disposition: form-data; name=\"file\"; filename=\"data.jsonl\"\r\n" +
		"Content-Type: application/jsonl\r\n" +
		"\r\n" +
		"{\"a\": 1}\n" +
		"{\"b\": 2}\n" +
		"\r\n" +
		"------PlaygroundBoundary4c81953d1c1f9d69--\r\n"

	req, err := http.NewRequest("POST", "http://127.0.0.1:8765/v1/files", strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69")

	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()

	if _, err := io.Copy(os.Stdout, resp.Body); err != nil {
		log.Fatal(err)
	}
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		log.Fatal(resp.Status)
	}
}
