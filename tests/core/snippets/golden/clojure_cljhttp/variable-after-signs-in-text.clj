(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/echo"
                 :headers {"Content-Type" "text/plain; charset=utf-8"}
                 :body (.getBytes (str "#" (System/getenv "QUERY_KEY") "
$" (System/getenv "QUERY_KEY") "{x} \\" (System/getenv "QUERY_KEY") "\\n
%" (System/getenv "QUERY_KEY") "% '\"") "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
