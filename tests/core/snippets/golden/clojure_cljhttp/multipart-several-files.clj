(require '[clj-http.client :as http]
         '[clojure.java.io :as io])

(defn read-bytes [name]
  (java.nio.file.Files/readAllBytes (.toPath (io/file name))))

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/files"
                 :headers {"Content-Type" "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b"}
                 :body (byte-array (concat (.getBytes "------PlaygroundBoundaryd449d477edf7502b\r
Content-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r
Content-Type: image/png\r
\r
" "UTF-8")
                                           (read-bytes "image.png")
                                           (.getBytes "\r
------PlaygroundBoundaryd449d477edf7502b\r
Content-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r
Content-Type: application/octet-stream\r
\r
" "UTF-8")
                                           (read-bytes "notes.txt")
                                           (.getBytes "\r
------PlaygroundBoundaryd449d477edf7502b\r
Content-Disposition: form-data; name=\"prompt\"\r
\r
a cat\r
------PlaygroundBoundaryd449d477edf7502b--\r
" "UTF-8")))
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
