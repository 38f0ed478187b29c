use std::error::Error;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let body = "<a/>";

    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::from_bytes(b"REPORT")?, "http://127.0.0.1:8765/dav/")
        .header("Content-Type", "application/xml")
        .body(body)
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
