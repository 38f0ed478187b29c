(require '[clj-http.client :as http]
         '[clojure.java.io :as io])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/chat/completions"
                 :headers {"Content-Type" "application/json"
                           "Accept" "application/json"
                           "Authorization" (str "Bearer " (System/getenv "YOUR_API_KEY"))}
                 :body (.getBytes "{\"model\": \"gpt-4o\", \"stream\": true, \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}" "UTF-8")
                 :as :stream
                 :throw-exceptions false})]
  (with-open [reader (io/reader (:body response))]
    (run! println (line-seq reader)))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
