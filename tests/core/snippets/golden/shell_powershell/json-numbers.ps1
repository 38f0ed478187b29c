$body = [Text.Encoding]::UTF8.GetBytes('{"a": 1.0, "b": -0.0, "c": 1e400, "d": 12345678901234567890, "e": 1E+2, "f": 0.10}')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/items' `
    -Method Post `
    -ContentType 'application/json' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
