(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/files"
                 :headers {"Content-Type" "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69"}
                 :body (.getBytes "------PlaygroundBoundary4c81953d1c1f9d69\r
Content-Disposition: form-data; name=\"purpose\"\r
\r
assistants\r
------PlaygroundBoundary4c81953d1c1f9d69\r
Content-Disposition: form-data; name=\"file\"; filename=\"data.jsonl\"\r
Content-Type: application/jsonl\r
\r
{\"a\": 1}
{\"b\": 2}
\r
------PlaygroundBoundary4c81953d1c1f9d69--\r
" "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
