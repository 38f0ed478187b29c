(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/files"
                 :headers {"Content-Type" "multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d"}
                 :body (.getBytes "------PlaygroundBoundary8ee45f4618e8f20d\r
Content-Disposition: form-data; name=\"a\"\r
\r
1\r
------PlaygroundBoundary8ee45f4618e8f20d\r
Content-Disposition: form-data; name=\"b\"\r
\r
zwei ü\r
line\r
------PlaygroundBoundary8ee45f4618e8f20d\r
Content-Disposition: form-data; name=\"a\"\r
\r
\r
------PlaygroundBoundary8ee45f4618e8f20d--\r
" "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
