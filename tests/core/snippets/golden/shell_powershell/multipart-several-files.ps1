$body = [byte[]]([Text.Encoding]::UTF8.GetBytes("------PlaygroundBoundaryd449d477edf7502b`r`nContent-Disposition: form-data; name=`"image[]`"; filename=`"image.png`"`r`nContent-Type: image/png`r`n`r`n") +
    [IO.File]::ReadAllBytes((Resolve-Path 'image.png')) +
    [Text.Encoding]::UTF8.GetBytes("`r`n------PlaygroundBoundaryd449d477edf7502b`r`nContent-Disposition: form-data; name=`"image[]`"; filename=`"notes.txt`"`r`nContent-Type: application/octet-stream`r`n`r`n") +
    [IO.File]::ReadAllBytes((Resolve-Path 'notes.txt')) +
    [Text.Encoding]::UTF8.GetBytes("`r`n------PlaygroundBoundaryd449d477edf7502b`r`nContent-Disposition: form-data; name=`"prompt`"`r`n`r`na cat`r`n------PlaygroundBoundaryd449d477edf7502b--`r`n"))

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/files' `
    -Method Post `
    -ContentType 'multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
