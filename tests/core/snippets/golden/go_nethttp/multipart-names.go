package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

func main() {
	body := "------PlaygroundBoundary04afeccd1e3478cd\r\n" +
		"Content-Disposition: form-data; name=\"a %22quoted%22 näme\"\r\n" +
		"\r\n" +
		"1\r\n" +
		"------PlaygroundBoundary04afeccd1e3478cd\r\n" +
		"Content-Disposition: form-data; name=\"файл\"; filename=\"ä %22b%22 世.txt\"\r\n" +
		"Content-Type: application/octet-stream\r\n" +
		"\r\n" +
		"content\r\n" +
		"------PlaygroundBoundary04afeccd1e3478cd--\r\n"

	req, err := http.NewRequest("POST", "http://127.0.0.1:8765/v1/files", strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd")

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
