open Lwt.Syntax
open Cohttp
open Cohttp_lwt_unix

let () =
  Lwt_main.run
    (let uri = Uri.make ~scheme:"http" ~host:"::1" ~port:8765 () in
     let headers = Header.of_list [ ("Host", "[::1]:8765") ] in
     let request =
       Request.make_for_client ~headers ~chunked:false ~body_length:0L `GET uri
     in
     let request = { request with resource = "/v6?x=1" } in
     let* responses = Client.callv uri (Lwt_stream.of_list [ (request, Cohttp_lwt.Body.empty) ]) in
     let* response, body = Lwt_stream.next responses in
     let* text = Cohttp_lwt.Body.to_string body in
     let* () = Lwt_io.print text in
     let status = Code.code_of_status (Response.status response) in
     if not (Code.is_success status) then
       let* () = Lwt_io.eprintlf "HTTP %d" status in
       exit 1
     else Lwt.return_unit)
