$body = [Text.Encoding]::UTF8.GetBytes("------PlaygroundBoundary2e38e77b22c314a4--`r`n")

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/files' `
    -Method Post `
    -ContentType 'multipart/form-data; boundary=----PlaygroundBoundary2e38e77b22c314a4' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
