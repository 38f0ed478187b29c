package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

func main() {
	body := "#" + os.Getenv("QUERY_KEY") + `
$` + os.Getenv("QUERY_KEY") + `{x} \` + os.Getenv("QUERY_KEY") + `\n
%` + os.Getenv("QUERY_KEY") + `% '"`

	req, err := http.NewRequest("POST", "http://127.0.0.1:8765/v1/echo", strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("Content-Type", "text/plain; charset=utf-8")

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
