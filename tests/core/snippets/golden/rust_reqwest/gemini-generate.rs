use std::env;
use std::error::Error;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let body = r#"{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}"#;

    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::POST, "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent")
        .header("x-goog-api-key", env::var("YOUR_API_KEY")?)
        .header("Content-Type", "application/json")
        .body(body)
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
