$headers = @{
    'x-api-key' = "${env:YOUR_API_KEY}"
    'anthropic-version' = '2023-06-01'
    'anthropic-beta' = 'some-beta-2025-01-01'
}
$body = [Text.Encoding]::UTF8.GetBytes('{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/messages' `
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
