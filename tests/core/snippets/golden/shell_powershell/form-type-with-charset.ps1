$body = [Text.Encoding]::UTF8.GetBytes('a=%C3%BC')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/form' `
    -Method Post `
    -ContentType 'application/x-www-form-urlencoded; charset=utf-8' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
