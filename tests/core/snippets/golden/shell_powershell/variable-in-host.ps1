$response = Invoke-WebRequest -Uri "${env:HOST_ADDRESS}/v1/x" `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
