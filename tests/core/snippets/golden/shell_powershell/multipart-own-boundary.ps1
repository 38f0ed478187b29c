$body = [Text.Encoding]::UTF8.GetBytes("--my-own-boundary`r`nContent-Disposition: form-data; name=`"a`"`r`n`r`n1`r`n--my-own-boundary--`r`n")

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/files' `
    -Method Post `
    -ContentType 'multipart/form-data; boundary=my-own-boundary' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
