$body = [Text.Encoding]::UTF8.GetBytes('<a/>')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/dav/' `
    -CustomMethod 'REPORT' `
    -ContentType 'application/xml' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
