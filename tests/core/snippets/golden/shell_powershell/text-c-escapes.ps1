$body = [Text.Encoding]::UTF8.GetBytes("`u{1}f `u{0}f7 `u{7f}abc `u{1b}[0m 1`u{1}2")

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/echo' `
    -Method Post `
    -ContentType 'text/plain; charset=utf-8' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
