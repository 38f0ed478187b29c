$headers = @{
    'x-goog-api-key' = "${env:YOUR_API_KEY}"
}
$body = [Text.Encoding]::UTF8.GetBytes('{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent' `
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
