(require '[clj-http.client :as http])

(let [response (http/request
                {:method :get
                 :url (str "http://127.0.0.1:8765/" (System/getenv "BASE_PATH") "/models?key=" (System/getenv "QUERY_KEY"))
                 :headers {"X-Api-Key" (System/getenv "api_key")}
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
