$headers = @{
    'Authorization' = 'Basic dG9rZW46'
}

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/private' `
    -Headers $headers `
    -SkipHeaderValidation `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
