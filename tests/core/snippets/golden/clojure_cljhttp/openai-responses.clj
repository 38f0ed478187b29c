(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/responses"
                 :headers {"Content-Type" "application/json"
                           "Accept" "application/json"
                           "Authorization" (str "Bearer " (System/getenv "YOUR_API_KEY"))}
                 :body (.getBytes "{\"model\": \"gpt-4o\", \"input\": \"hello\", \"store\": false}" "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
