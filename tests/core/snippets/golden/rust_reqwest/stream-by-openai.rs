use std::env;
use std::error::Error;
use std::io::{BufRead, BufReader};

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let body = r#"{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}"#;

    let client = Client::builder().timeout(None).build()?;
    let response = client
        .request(Method::POST, "http://127.0.0.1:8765/v1/chat/completions")
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("Authorization", format!("Bearer {}", env::var("YOUR_API_KEY")?))
        .body(body)
        .send()?;
    let status = response.error_for_status_ref().map(|_| ());
    for line in BufReader::new(response).lines() {
        println!("{}", line?);
    }
    status?;
    Ok(())
}
