$headers = @{
    'X-Api-Key' = "${env:api_key}"
}

$response = Invoke-WebRequest -Uri "http://127.0.0.1:8765/${env:BASE_PATH}/models?key=${env:QUERY_KEY}" `
    -Headers $headers `
    -SkipHeaderValidation `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
