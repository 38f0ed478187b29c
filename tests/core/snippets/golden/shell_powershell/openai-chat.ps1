$headers = @{
    'Accept' = 'application/json'
    'Authorization' = "Bearer ${env:YOUR_API_KEY}"
    'X-Trace' = 'a b'
}
$body = [Text.Encoding]::UTF8.GetBytes('{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it''s \"ü\" 世界"}]}]}')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/gateway/v1/chat/completions' `
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
