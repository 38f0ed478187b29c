(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/items"
                 :headers {"Content-Type" "application/json"}
                 :body (.getBytes "{\"a\": 1.0, \"b\": -0.0, \"c\": 1e400, \"d\": 12345678901234567890, \"e\": 1E+2, \"f\": 0.10}" "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
