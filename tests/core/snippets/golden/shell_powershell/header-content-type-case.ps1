$body = [Text.Encoding]::UTF8.GetBytes('{}')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/x' `
    -Method Post `
    -ContentType 'application/JSON;charset=UTF-8' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
