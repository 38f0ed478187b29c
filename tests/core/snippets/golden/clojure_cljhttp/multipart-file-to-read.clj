(require '[clj-http.client :as http]
         '[clojure.java.io :as io])

(defn read-bytes [name]
  (java.nio.file.Files/readAllBytes (.toPath (io/file name))))

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/files"
                 :headers {"Content-Type" "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2"}
                 :body (byte-array (concat (.getBytes "------PlaygroundBoundaryf73962d8f40d61f2\r
Content-Disposition: form-data; name=\"model\"\r
\r
whisper-1\r
------PlaygroundBoundaryf73962d8f40d61f2\r
Content-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r
Content-Type: text/plain\r
\r
" "UTF-8")
                                           (read-bytes "notes.txt")
                                           (.getBytes "\r
------PlaygroundBoundaryf73962d8f40d61f2--\r
" "UTF-8")))
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
