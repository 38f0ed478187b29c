use std::error::Error;
use std::fs;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let mut body = Vec::new();
    body.extend_from_slice("------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\nContent-Type: text/plain\r\n\r\n".as_bytes());
    body.extend_from_slice(&fs::read("notes.txt")?);
    body.extend_from_slice("\r\n------PlaygroundBoundaryf73962d8f40d61f2--\r\n".as_bytes());

    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::POST, "http://127.0.0.1:8765/v1/files")
        .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2")
        .body(body)
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
