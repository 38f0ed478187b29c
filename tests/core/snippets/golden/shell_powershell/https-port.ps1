$body = [Text.Encoding]::UTF8.GetBytes('{}')

$response = Invoke-WebRequest -Uri 'https://api.example.com:8443/v1/x' `
    -Method Post `
    -ContentType 'application/json' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
