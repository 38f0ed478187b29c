$body = [Text.Encoding]::UTF8.GetBytes("------PlaygroundBoundary8ee45f4618e8f20d`r`nContent-Disposition: form-data; name=`"a`"`r`n`r`n1`r`n------PlaygroundBoundary8ee45f4618e8f20d`r`nContent-Disposition: form-data; name=`"b`"`r`n`r`nzwei ü`r`nline`r`n------PlaygroundBoundary8ee45f4618e8f20d`r`nContent-Disposition: form-data; name=`"a`"`r`n`r`n`r`n------PlaygroundBoundary8ee45f4618e8f20d--`r`n")

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/files' `
    -Method Post `
    -ContentType 'multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
