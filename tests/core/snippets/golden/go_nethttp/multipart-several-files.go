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
	body.WriteString("------PlaygroundBoundaryd449d477edf7502b\r\n" +
		"Content-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\n" +
		"Content-Type: image/png\r\n" +
		"\r\n")
	file, err := os.ReadFile("image.png")
	if err != nil {
		log.Fatal(err)
	}
	body.Write(file)
	body.WriteString("\r\n" +
		"------PlaygroundBoundaryd449d477edf7502b\r\n" +
		"Content-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r\n" +
		"Content-Type: application/octet-stream\r\n" +
		"\r\n")
	file, err = os.ReadFile("notes.txt")
	if err != nil {
		log.Fatal(err)
	}
	body.Write(file)
	body.WriteString("\r\n" +
		"------PlaygroundBoundaryd449d477edf7502b\r\n" +
		"Content-Disposition: form-data; name=\"prompt\"\r\n" +
		"\r\n" +
		"a cat\r\n" +
		"------PlaygroundBoundaryd449d477edf7502b--\r\n")

	req, err := http.NewRequest("POST", "http://127.0.0.1:8765/v1/files", &body)
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b")

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
