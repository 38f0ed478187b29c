(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/files"
                 :headers {"Content-Type" "multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928"}
                 :body (.getBytes "------PlaygroundBoundary175c17ca22e52928\r
Content-Disposition: form-data; name=\"a\"\r
\r
1\r
------PlaygroundBoundary175c17ca22e52928--\r
" "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
