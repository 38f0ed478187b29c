use std::error::Error;
use std::fs;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let mut body = Vec::new();
    body.extend_from_slice("------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\nContent-Type: image/png\r\n\r\n".as_bytes());
    body.extend_from_slice(&fs::read("image.png")?);
    body.extend_from_slice("\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r\nContent-Type: application/octet-stream\r\n\r\n".as_bytes());
    body.extend_from_slice(&fs::read("notes.txt")?);
    body.extend_from_slice("\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na cat\r\n------PlaygroundBoundaryd449d477edf7502b--\r\n".as_bytes());

    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::POST, "http://127.0.0.1:8765/v1/files")
        .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b")
        .body(body)
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
