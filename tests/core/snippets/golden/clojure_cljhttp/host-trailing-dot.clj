(require '[clj-http.client :as http])

(let [response (http/request
                {:method :get
                 :url "http://localhost.:8765/v1/models"
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
