use std::error::Error;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let body = "------PlaygroundBoundary04afeccd1e3478cd\r\nContent-Disposition: form-data; name=\"a %22quoted%22 näme\"\r\n\r\n1\r\n------PlaygroundBoundary04afeccd1e3478cd\r\nContent-Disposition: form-data; name=\"файл\"; filename=\"ä %22b%22 世.txt\"\r\nContent-Type: application/octet-stream\r\n\r\ncontent\r\n------PlaygroundBoundary04afeccd1e3478cd--\r\n";

    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::POST, "http://127.0.0.1:8765/v1/files")
        .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd")
        .body(body)
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
