use std::error::Error;
use std::io;

use reqwest::blocking::Client;
use reqwest::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::builder().timeout(None).build()?;
    let mut response = client
        .request(Method::GET, "http://127.0.0.1:8765/v1/models")
        .header("X-Name", b"\xe4\xb8\x96 \"x\" 'y' \\ \\n $HOME ${x} #{x} #$0 @{x} %s `z` )\"".as_slice())
        .send()?;
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
    Ok(())
}
