(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/items"
                 :headers {"Content-Type" "application/json"}
                 :body (.getBytes "{\"a\": \"\\u4e16 \\/ \\\" \\\\ \\n \\ud83d\\ude00 \\u0000\"}" "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
