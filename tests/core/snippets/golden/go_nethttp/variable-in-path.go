package main

import (
	"io"
	"log"
	"net/http"
	"os"
)

func main() {
	req, err := http.NewRequest("GET", "http://127.0.0.1:8765/"+os.Getenv("BASE_PATH")+"/models?key="+os.Getenv("QUERY_KEY"), nil)
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("X-Api-Key", os.Getenv("api_key"))

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
