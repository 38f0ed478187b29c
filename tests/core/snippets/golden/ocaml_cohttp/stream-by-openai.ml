open Lwt.Syntax
open Cohttp
open Cohttp_lwt_unix

let () =
  Lwt_main.run
    (let uri = Uri.of_string "http://127.0.0.1:8765/v1/chat/completions" in
     let body = {|{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}|} in
     let headers =
       Header.of_list
         [ ("Content-Type", "application/json");
           ("Accept", "application/json");
           ("Authorization", "Bearer " ^ Sys.getenv "YOUR_API_KEY") ]
     in
     let body = Cohttp_lwt.Body.of_string body in
     let* response, body = Client.call ~headers ~body ~chunked:false `POST uri in
     let* () =
       Cohttp_lwt.Body.to_stream body
       |> Lwt_stream.iter_s (fun chunk ->
              let* () = Lwt_io.print chunk in
              Lwt_io.flush Lwt_io.stdout)
     in
     let status = Code.code_of_status (Response.status response) in
     if not (Code.is_success status) then
       let* () = Lwt_io.eprintlf "HTTP %d" status in
       exit 1
     else Lwt.return_unit)
