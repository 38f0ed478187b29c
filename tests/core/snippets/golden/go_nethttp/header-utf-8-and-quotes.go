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
	req.Header.Set("X-Name", "世 \"x\" 'y' \\ \\n $HOME ${x} #{x} #$0 @{x} %s `z` )\"")

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
