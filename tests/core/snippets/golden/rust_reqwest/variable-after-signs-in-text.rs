use std::env;
use std::error::Error;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let body = format!(r#"#{}
${}{{x}} \{}\n
%{}% '""#, env::var("QUERY_KEY")?, env::var("QUERY_KEY")?, env::var("QUERY_KEY")?, env::var("QUERY_KEY")?);

    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::POST, "http://127.0.0.1:8765/v1/echo")
        .header("Content-Type", "text/plain; charset=utf-8")
        .body(body)
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
