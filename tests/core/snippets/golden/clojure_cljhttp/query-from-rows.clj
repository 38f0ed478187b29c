(require '[clj-http.client :as http])

(let [response (http/request
                {:method :get
                 :url "http://127.0.0.1:8765/v1/models?q=a%20b%26c%3Dd&q=50%25&%2B=1%2B1&empty=&%C3%BC=%E4%B8%96%E7%95%8C"
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
