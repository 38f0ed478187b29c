(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent"
                 :headers {"x-goog-api-key" (System/getenv "YOUR_API_KEY")
                           "Content-Type" "application/json"}
                 :body (.getBytes "{\"contents\": [{\"role\": \"user\", \"parts\": [{\"text\": \"hi\"}]}], \"systemInstruction\": {\"parts\": [{\"text\": \"brief\"}]}, \"generationConfig\": {\"temperature\": 0.5, \"maxOutputTokens\": 100, \"stopSequences\": [\"x\"]}}" "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
