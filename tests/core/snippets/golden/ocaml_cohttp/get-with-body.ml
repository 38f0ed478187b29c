open Lwt.Syntax
open Cohttp
open Cohttp_lwt_unix

let () =
  Lwt_main.run
    (let uri = Uri.of_string "http://127.0.0.1:8765/_search" in
     let body = {|{"query": {"match_all": {}}}|} in
     let headers =
       Header.of_list
         [ ("Content-Type", "application/json");
           ("Content-Length", string_of_int (String.length body)) ]
     in
     let request =
       Request.make_for_client ~headers ~chunked:false ~body_length:(Int64.of_int (String.length body)) `GET uri
     in
     let request = { request with resource = "/_search" } in
     let* responses = Client.callv uri (Lwt_stream.of_list [ (request, Cohttp_lwt.Body.of_string body) ]) in
     let* response, body = Lwt_stream.next responses in
     let* text = Cohttp_lwt.Body.to_string body in
     let* () = Lwt_io.print text in
     let status = Code.code_of_status (Response.status response) in
     if not (Code.is_success status) then
       let* () = Lwt_io.eprintlf "HTTP %d" status in
       exit 1
     else Lwt.return_unit)
