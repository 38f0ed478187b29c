$body = [Text.Encoding]::UTF8.GetBytes("------PlaygroundBoundary04afeccd1e3478cd`r`nContent-Disposition: form-data; name=`"a %22quoted%22 näme`"`r`n`r`n1`r`n------PlaygroundBoundary04afeccd1e3478cd`r`nContent-Disposition: form-data; name=`"файл`"; filename=`"ä %22b%22 世.txt`"`r`nContent-Type: application/octet-stream`r`n`r`ncontent`r`n------PlaygroundBoundary04afeccd1e3478cd--`r`n")

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/files' `
    -Method Post `
    -ContentType 'multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
