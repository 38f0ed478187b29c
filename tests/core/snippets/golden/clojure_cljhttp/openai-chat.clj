(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/gateway/v1/chat/completions"
                 :headers {"Content-Type" "application/json"
                           "Accept" "application/json"
                           "Authorization" (str "Bearer " (System/getenv "YOUR_API_KEY"))
                           "X-Trace" "a b"}
                 :body (.getBytes "{\"model\": \"gpt-4o\", \"temperature\": 0.5, \"n\": 1, \"stop\": [\"a\", \"\\n\"], \"user\": null, \"vendor_option\": {\"x\": []}, \"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"it's \\\"ü\\\" 世界\"}]}]}" "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
