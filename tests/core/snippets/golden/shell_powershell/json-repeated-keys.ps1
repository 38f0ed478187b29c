$body = [Text.Encoding]::UTF8.GetBytes('{"b": 1, "a": 2, "b": 3}')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/items' `
    -Method Post `
    -ContentType 'application/json' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
