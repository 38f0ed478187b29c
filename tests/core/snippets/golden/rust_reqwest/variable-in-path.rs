use std::env;
use std::error::Error;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::GET, format!("http://127.0.0.1:8765/{}/models?key={}", env::var("BASE_PATH")?, env::var("QUERY_KEY")?))
        .header("X-Api-Key", env::var("api_key")?)
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
