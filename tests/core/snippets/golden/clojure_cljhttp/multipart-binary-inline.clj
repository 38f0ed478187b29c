(require '[clj-http.client :as http])

(let [response (http/request
                {:method :post
                 :url "http://127.0.0.1:8765/v1/files"
                 :headers {"Content-Type" "multipart/form-data; boundary=----PlaygroundBoundaryb2cf3c44a7990c81"}
                 :body (byte-array (concat (.decode (java.util.Base64/getDecoder) "LS0tLS0tUGxheWdyb3VuZEJvdW5kYXJ5YjJjZjNjNDRhNzk5MGM4MQ0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJmaWxlIjsgZmlsZW5hbWU9ImIuYmluIg0KQ29udGVudC1UeXBlOiBhcHBsaWNhdGlvbi9vY3RldC1zdHJlYW0NCg0KAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmqq6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7/P3+/w0KLS0tLS0tUGxheWdyb3VuZEJvdW5kYXJ5YjJjZjNjNDRhNzk5MGM4MQ0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJrZXkiDQoNCg==")
                                           (.getBytes (System/getenv "QUERY_KEY") "UTF-8")
                                           (.decode (java.util.Base64/getDecoder) "DQotLS0tLS1QbGF5Z3JvdW5kQm91bmRhcnliMmNmM2M0NGE3OTkwYzgxLS0NCg==")))
                 :throw-exceptions false})]
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
