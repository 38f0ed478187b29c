$body = [Text.Encoding]::UTF8.GetBytes('{"query": {"match_all": {}}}')

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/_search' `
    -ContentType 'application/json' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
