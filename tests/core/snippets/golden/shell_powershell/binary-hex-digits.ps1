$body = [Convert]::FromBase64String('/2FiYwAxMjP+gGY=')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/upload' `
    -Method Post `
    -ContentType 'application/octet-stream' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
