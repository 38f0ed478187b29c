open Lwt.Syntax
open Cohttp
open Cohttp_lwt_unix

let () =
  Lwt_main.run
    (let uri = Uri.of_string "http://127.0.0.1:8765/v1/files" in
     let body = "------PlaygroundBoundary4c81953d1c1f9d69\r\n"
       ^ "Content-Disposition: form-data; name=\"purpose\"\r\n"
       ^ "\r\n"
       ^ "assistants\r\n"
       ^ "------PlaygroundBoundary4c81953d1c1f9d69\r\n"
       ^ "Content-Disposition: form-data; name=\"file\"; filename=\"data.jsonl\"\r\n"
       ^ "Content-Type: application/jsonl\r\n"
       ^ "\r\n"
       ^ "{\"a\": 1}\n"
       ^ "{\"b\": 2}\n"
       ^ "\r\n"
       ^ "------PlaygroundBoundary4c81953d1c1f9d69--\r\n" in
     let headers =
       Header.of_list
         [ ("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69") ]
     in
     let body = Cohttp_lwt.Body.of_string body in
     let* response, body = Client.call ~headers ~body ~chunked:false `POST uri in
     let* text = Cohttp_lwt.Body.to_string body in
     let* () = Lwt_io.print text in
     let status = Code.code_of_status (Response.status response) in
     if not (Code.is_success status) then
       let* () = Lwt_io.eprintlf "HTTP %d" status in
       exit 1
     else Lwt.return_unit)
