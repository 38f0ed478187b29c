$headers = @{
    'Accept' = 'application/json'
    'Authorization' = "Bearer ${env:YOUR_API_KEY}"
}
$body = [Text.Encoding]::UTF8.GetBytes('{"model": "m", "messages": [], "seed": 12345678901234567890}')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/chat/completions' `
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
