package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

func main() {
	body := "------PlaygroundBoundary63a6b0217bdc2b01\r\n" +
		"Content-Disposition: form-data; name=\"meta\"\r\n" +
		"Content-Type: application/json\r\n" +
		"\r\n" +
		"{\"x\": 1}\r\n" +
		"------PlaygroundBoundary63a6b0217bdc2b01--\r\n"

	req, err := http.NewRequest("POST", "http://127.0.0.1:8765/v1/files", strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary63a6b0217bdc2b01")

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
