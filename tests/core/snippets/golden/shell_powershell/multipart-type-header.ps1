$body = [Text.Encoding]::UTF8.GetBytes("------PlaygroundBoundary175c17ca22e52928`r`nContent-Disposition: form-data; name=`"a`"`r`n`r`n1`r`n------PlaygroundBoundary175c17ca22e52928--`r`n")

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/files' `
    -Method Post `
    -ContentType 'multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
