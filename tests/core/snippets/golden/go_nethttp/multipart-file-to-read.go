package main

import (
	"bytes"
	"io"
	"log"
	"net/http"
	"os"
)

func main() {
	var body bytes.Buffer
	body.WriteString("------PlaygroundBoundaryf73962d8f40d61f2\r\n" +
		"Content-Disposition: form-data; name=\"model\"\r\n" +
		"\r\n" +
		"whisper-1\r\n" +
		"------PlaygroundBoundaryf73962d8f40d61f2\r\n" +
		"Content-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\n" +
		"Content-Type: text/plain\r\n" +
		"\r\n")
	file, err := os.ReadFile("notes.txt")
	if err != nil {
		log.Fatal(err)
	}
	body.Write(file)
	body.WriteString("\r\n" +
		"------PlaygroundBoundaryf73962d8f40d61f2--\r\n")

	req, err := http.NewRequest("POST", "http://127.0.0.1:8765/v1/files", &body)
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2")

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
