use std::env;
use std::error::Error;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let body = r#"{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it's \"ü\" 世界"}]}]}"#;

    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::POST, "http://127.0.0.1:8765/gateway/v1/chat/completions")
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("Authorization", format!("Bearer {}", env::var("YOUR_API_KEY")?))
        .header("X-Trace", "a b")
        .body(body)
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
