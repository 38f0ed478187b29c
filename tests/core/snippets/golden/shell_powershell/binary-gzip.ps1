$body = [Convert]::FromBase64String('H4sIAAAAAAACA8tIzcnJVwjPL8pJ4QIA1eA5CwwAAAA=')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/upload' `
    -Method Post `
    -ContentType 'application/gzip' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
