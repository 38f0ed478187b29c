$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/list?tag=a&tag=b&tag=a&z=1&a=2' `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
