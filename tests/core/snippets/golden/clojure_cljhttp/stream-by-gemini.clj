(require '[clj-http.client :as http]
         '[clojure.java.io :as io])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse"
                 :headers {"x-goog-api-key" (System/getenv "YOUR_API_KEY")
                           "Content-Type" "application/json"}
                 :body (.getBytes "{\"contents\": [{\"role\": \"user\", \"parts\": [{\"text\": \"hi\"}]}]}" "UTF-8")
                 :as :stream
                 :throw-exceptions false})]
  (with-open [reader (io/reader (:body response))]
    (run! println (line-seq reader)))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
