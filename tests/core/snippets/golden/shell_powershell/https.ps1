$response = Invoke-WebRequest -Uri 'https://api.example.com/v1/models' `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
