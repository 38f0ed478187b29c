$body = [Text.Encoding]::UTF8.GetBytes("------PlaygroundBoundary63a6b0217bdc2b01`r`nContent-Disposition: form-data; name=`"meta`"`r`nContent-Type: application/json`r`n`r`n{`"x`": 1}`r`n------PlaygroundBoundary63a6b0217bdc2b01--`r`n")

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/files' `
    -Method Post `
    -ContentType 'multipart/form-data; boundary=----PlaygroundBoundary63a6b0217bdc2b01' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
