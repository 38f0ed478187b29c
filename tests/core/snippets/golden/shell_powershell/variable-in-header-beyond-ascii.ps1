$headers = @{
    'X-A' = "ü ${env:QUERY_KEY}"
    'X-B' = "世 ${env:QUERY_KEY}"
}

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/models' `
    -Headers $headers `
    -SkipHeaderValidation `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
