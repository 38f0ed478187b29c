use std::error::Error;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let body = "{}";

    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::POST, "https://api.example.com:8443/v1/x")
        .header("Content-Type", "application/json")
        .body(body)
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
