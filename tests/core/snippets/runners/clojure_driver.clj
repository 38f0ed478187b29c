;; Runs many programs, each in a namespace of its own; given pairs of a program's path and the stem of its outputs.
(doseq [[path stem] (partition 2 *command-line-args*)]
  (let [code (with-open [out (clojure.java.io/writer (str stem ".out"))]
               (try
                 (binding [*out* out
                           *ns* (create-ns (gensym "case"))]
                   (clojure.core/refer 'clojure.core)
                   (load-file path)
                   0)
                 (catch Throwable error
                   (spit (str stem ".err") (str error " " (.getCause error)))
                   1)))]
    (spit (str stem ".code") code)))
(shutdown-agents)
