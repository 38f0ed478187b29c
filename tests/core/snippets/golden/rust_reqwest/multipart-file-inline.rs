use std::error::Error;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let body = "------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nassistants\r\n------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name=\"file\"; filename=\"data.jsonl\"\r\nContent-Type: application/jsonl\r\n\r\n{\"a\": 1}\n{\"b\": 2}\n\r\n------PlaygroundBoundary4c81953d1c1f9d69--\r\n";

    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::POST, "http://127.0.0.1:8765/v1/files")
        .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69")
        .body(body)
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
