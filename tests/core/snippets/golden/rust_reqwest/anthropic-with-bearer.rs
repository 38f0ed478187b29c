use std::env;
use std::error::Error;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let body = r#"{"model": "m", "max_tokens": 64, "messages": [{"role": "user", "content": "hi"}]}"#;

    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::POST, "http://127.0.0.1:8765/v1/messages")
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("Authorization", format!("Bearer {}", env::var("YOUR_API_KEY")?))
        .body(body)
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
