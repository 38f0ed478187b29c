$body = [Text.Encoding]::UTF8.GetBytes('a=1&b=%20&c=+&&d')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/form' `
    -Method Post `
    -ContentType 'application/x-www-form-urlencoded' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
