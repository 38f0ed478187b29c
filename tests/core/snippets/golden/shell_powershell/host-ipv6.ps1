$response = Invoke-WebRequest -Uri 'http://[::1]:8765/v6?x=1' `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
