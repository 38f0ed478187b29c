$body = [Text.Encoding]::UTF8.GetBytes("{`n  `"key`": `"${env:QUERY_KEY}`",`n  `"same`": `"${env:QUERY_KEY}/${env:api_key}`"`n}")

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/items' `
    -Method Post `
    -ContentType 'application/json' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
