$body = [Text.Encoding]::UTF8.GetBytes("{`"文字`": `"grüße 世界 😀 `u{2028}`u{2029}`u{feff} é `u{200b}`"}")

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/items' `
    -Method Post `
    -ContentType 'application/json' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
