(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/soap"
                 :headers {"Content-Type" "application/xml"}
                 :body (.getBytes "<?xml version=\"1.0\"?>
<a b=\"c\">&amp; <![CDATA[x]]></a>
" "UTF-8")
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
