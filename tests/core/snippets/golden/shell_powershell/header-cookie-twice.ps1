$headers = @{
    'Cookie' = "a=1, b=2"
}

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/models' `
    -Headers $headers `
    -SkipHeaderValidation `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
