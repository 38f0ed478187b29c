(require '[clj-http.client :as http])

(let [response (http/request
                {:method :get
                 :url "http://127.0.0.1:8765/v1/models"
                 :headers {"Cookie" ["a=1" "b=2"]}
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
