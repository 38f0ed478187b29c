$body = [byte[]]([Text.Encoding]::UTF8.GetBytes("------PlaygroundBoundaryf73962d8f40d61f2`r`nContent-Disposition: form-data; name=`"model`"`r`n`r`nwhisper-1`r`n------PlaygroundBoundaryf73962d8f40d61f2`r`nContent-Disposition: form-data; name=`"file`"; filename=`"notes.txt`"`r`nContent-Type: text/plain`r`n`r`n") +
    [IO.File]::ReadAllBytes((Resolve-Path 'notes.txt')) +
    [Text.Encoding]::UTF8.GetBytes("`r`n------PlaygroundBoundaryf73962d8f40d61f2--`r`n"))

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/files' `
    -Method Post `
    -ContentType 'multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
