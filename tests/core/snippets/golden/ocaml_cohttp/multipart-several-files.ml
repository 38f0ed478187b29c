open Lwt.Syntax
open Cohttp
open Cohttp_lwt_unix

let () =
  Lwt_main.run
    (let uri = Uri.of_string "http://127.0.0.1:8765/v1/files" in
     let* file1 = Lwt_io.with_file ~mode:Lwt_io.Input "image.png" Lwt_io.read in
     let* file2 = Lwt_io.with_file ~mode:Lwt_io.Input "notes.txt" Lwt_io.read in
     let body = "------PlaygroundBoundaryd449d477edf7502b\r\n"
       ^ "Content-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\n"
       ^ "Content-Type: image/png\r\n"
       ^ "\r\n" ^ file1 ^ "\r\n"
       ^ "------PlaygroundBoundaryd449d477edf7502b\r\n"
       ^ "Content-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r\n"
       ^ "Content-Type: application/octet-stream\r\n"
       ^ "\r\n" ^ file2 ^ "\r\n"
       ^ "------PlaygroundBoundaryd449d477edf7502b\r\n"
       ^ "Content-Disposition: form-data; name=\"prompt\"\r\n"
       ^ "\r\n"
       ^ "a cat\r\n"
       ^ "------PlaygroundBoundaryd449d477edf7502b--\r\n" in
     let headers =
       Header.of_list
         [ ("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b") ]
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
