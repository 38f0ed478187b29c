package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

func main() {
	body := "------PlaygroundBoundary175c17ca22e52928\r\n" +
		"Content-Disposition: form-data; name=\"a\"\r\n" +
		"\r\n" +
		"1\r\n" +
		"------PlaygroundBoundary175c17ca22e52928--\r\n"

	req, err := http.NewRequest("POST", "http://127.0.0.1:8765/v1/files", strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928")

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
