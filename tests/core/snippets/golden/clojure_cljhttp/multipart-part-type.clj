(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/files"
                 :headers {"Content-Type" "multipart/form-data; boundary=----PlaygroundBoundary63a6b0217bdc2b01"}
                 :body (.getBytes "------PlaygroundBoundary63a6b0217bdc2b01\r
Content-Disposition: form-data; name=\"meta\"\r
Content-Type: application/json\r
\r
{\"x\": 1}\r
------PlaygroundBoundary63a6b0217bdc2b01--\r
" "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
