(require '[clj-http.client :as http])

(let [response (http/request
                {:method :get
                 :url (str (System/getenv "HOST_ADDRESS") "/v1/x")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
