$headers = @{
    'X-A' = "#${env:QUERY_KEY} `$${env:QUERY_KEY}{x} \${env:QUERY_KEY}\n %${env:QUERY_KEY}% @${env:QUERY_KEY}_x[0]"
}

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/models' `
    -Headers $headers `
    -SkipHeaderValidation `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
