use std::error::Error;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let body = "------PlaygroundBoundary2e38e77b22c314a4--\r\n";

    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::POST, "http://127.0.0.1:8765/v1/files")
        .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary2e38e77b22c314a4")
        .body(body)
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
