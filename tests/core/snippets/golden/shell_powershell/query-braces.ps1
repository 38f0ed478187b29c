$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/list?range=%7B1..3%7D&set=[1-3]' `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
