$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/list?discount=100%&bad=%zz' `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
