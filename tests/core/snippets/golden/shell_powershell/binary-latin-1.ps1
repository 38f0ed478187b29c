$body = [Convert]::FromBase64String('Z3L832U=')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/upload' `
    -Method Post `
    -ContentType 'text/plain; charset=iso-8859-1' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
