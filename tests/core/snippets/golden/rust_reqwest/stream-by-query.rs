use std::error::Error;
use std::io::{BufRead, BufReader};

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let body = "{}";

    let client = Client::builder().timeout(None).build()?;
    let response = client
        .request(Method::POST, "http://127.0.0.1:8765/v1beta/models/g:streamGenerateContent?alt=sse")
        .header("Content-Type", "application/json")
        .body(body)
        .send()?;
    let status = response.error_for_status_ref().map(|_| ());
    for line in BufReader::new(response).lines() {
        println!("{}", line?);
    }
    status?;
    Ok(())
}
