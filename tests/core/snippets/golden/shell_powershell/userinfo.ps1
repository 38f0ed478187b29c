$headers = @{
    'Authorization' = 'Basic bWU6cEBzcyB3w7ZyZA=='
}

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/private' `
    -Headers $headers `
    -SkipHeaderValidation `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
