use std::env;
use std::error::Error;
use std::io::{BufRead, BufReader};

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let body = r#"{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}"#;

    let client = Client::builder().timeout(None).build()?;
    let response = client
        .request(Method::POST, "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse")
        .header("x-goog-api-key", env::var("YOUR_API_KEY")?)
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
