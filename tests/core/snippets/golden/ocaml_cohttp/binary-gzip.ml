open Lwt.Syntax
open Cohttp
open Cohttp_lwt_unix

let () =
  Lwt_main.run
    (let uri = Uri.of_string "http://127.0.0.1:8765/v1/upload" in
     let body = "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xcbH\xcd\xc9\xc9W\x08\xcf/\xcaI\xe1\x02\x00\xd5\xe09\x0b\x0c\x00\x00\x00" in
     let headers = Header.of_list [ ("Content-Type", "application/gzip") ] in
     let body = Cohttp_lwt.Body.of_string body in
     let* response, body = Client.call ~headers ~body ~chunked:false `POST uri in
     let* text = Cohttp_lwt.Body.to_string body in
     let* () = Lwt_io.print text in
     let status = Code.code_of_status (Response.status response) in
     if not (Code.is_success status) then
       let* () = Lwt_io.eprintlf "HTTP %d" status in
       exit 1
     else Lwt.return_unit)
