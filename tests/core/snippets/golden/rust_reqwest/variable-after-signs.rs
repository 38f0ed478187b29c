use std::env;
use std::error::Error;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::GET, "http://127.0.0.1:8765/v1/models")
        .header("X-A", format!(r"#{} ${}{{x}} \{}\n %{}% @{}_x[0]", env::var("QUERY_KEY")?, env::var("QUERY_KEY")?, env::var("QUERY_KEY")?, env::var("QUERY_KEY")?, env::var("QUERY_KEY")?))
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
