use std::error::Error;
use std::io::{BufRead, BufReader};

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::builder().timeout(None).build()?;
    let response = client
        .request(Method::GET, "http://127.0.0.1:8765/events")
        .header("Accept", "text/event-stream")
        .send()?;
    let status = response.error_for_status_ref().map(|_| ());
    for line in BufReader::new(response).lines() {
        println!("{}", line?);
    }
    status?;
    Ok(())
}
