package main

import (
	"io"
	"log"
	"net/http"
	"os"
)

func main() {
	req, err := http.NewRequest("GET", "http://127.0.0.1:8765/v1/models", nil)
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("X-A", "\xfc "+os.Getenv("QUERY_KEY"))
	req.Header.Set("X-B", "世 "+os.Getenv("QUERY_KEY"))

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
