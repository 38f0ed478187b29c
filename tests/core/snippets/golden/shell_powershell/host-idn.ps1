$response = Invoke-WebRequest -Uri 'https://xn--bcher-kva.example/a' `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
