(require '[clj-http.client :as http])

(let [response (http/request
                {:method :get
                 :url "https://xn--bcher-kva.example/a"
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
