$headers = @{
    'X-A' = "${env:QUERY_KEY} after"
    'X-B' = "${env:api_key}${env:QUERY_KEY}"
}

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/models' `
    -Headers $headers `
    -SkipHeaderValidation `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
