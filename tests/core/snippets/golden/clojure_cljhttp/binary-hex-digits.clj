(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/upload"
                 :headers {"Content-Type" "application/octet-stream"}
                 :body (.decode (java.util.Base64/getDecoder) "/2FiYwAxMjP+gGY=")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
