$response = Invoke-WebRequest -Uri 'http://localhost:8765/v1/models' `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
