(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/form"
                 :headers {"Content-Type" "application/x-www-form-urlencoded"}
                 :body (.getBytes "a=1&b=%20&c=+&&d" "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
