$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/a%2fb?c=%e4%b8%ad' `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
