$body = [Text.Encoding]::UTF8.GetBytes("a`u{2028}b`u{2029}c`u{85}d`u{a0}e`u{feff}f")

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/echo' `
    -Method Post `
    -ContentType 'text/plain; charset=utf-8' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
