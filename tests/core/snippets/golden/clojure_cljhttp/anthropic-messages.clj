(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/messages"
                 :headers {"x-api-key" (System/getenv "YOUR_API_KEY")
                           "anthropic-version" "2023-06-01"
                           "anthropic-beta" "some-beta-2025-01-01"
                           "Content-Type" "application/json"}
                 :body (.getBytes "{\"model\": \"claude-sonnet-4-0\", \"max_tokens\": 64, \"system\": \"Be brief.\", \"top_k\": 5, \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}" "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
