$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/a%2Fb/%7Euser/%41/c%20d;v=1,2/@me:go' `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
