$headers = @{
    'Accept' = 'application/json'
    'Authorization' = "Bearer ${env:YOUR_API_KEY}"
}
$body = [Text.Encoding]::UTF8.GetBytes('{"model": "gpt-image-1", "prompt": "a cat", "n": 2}')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/images/generations' `
    -Method Post `
    -Headers $headers `
    -SkipHeaderValidation `
    -ContentType 'application/json' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
