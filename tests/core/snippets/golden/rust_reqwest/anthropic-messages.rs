use std::env;
use std::error::Error;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let body = r#"{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}"#;

    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::POST, "http://127.0.0.1:8765/v1/messages")
        .header("x-api-key", env::var("YOUR_API_KEY")?)
        .header("anthropic-version", "2023-06-01")
        .header("anthropic-beta", "some-beta-2025-01-01")
        .header("Content-Type", "application/json")
        .body(body)
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
