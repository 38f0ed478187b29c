(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/files"
                 :headers {"Content-Type" "multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd"}
                 :body (.getBytes "------PlaygroundBoundary04afeccd1e3478cd\r
Content-Disposition: form-data; name=\"a %22quoted%22 näme\"\r
\r
1\r
------PlaygroundBoundary04afeccd1e3478cd\r
Content-Disposition: form-data; name=\"файл\"; filename=\"ä %22b%22 世.txt\"\r
Content-Type: application/octet-stream\r
\r
content\r
------PlaygroundBoundary04afeccd1e3478cd--\r
" "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
