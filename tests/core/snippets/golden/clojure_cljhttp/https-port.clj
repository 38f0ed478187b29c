(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "https://api.example.com:8443/v1/x"
                 :headers {"Content-Type" "application/json"}
                 :body (.getBytes "{}" "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
