$body = [Text.Encoding]::UTF8.GetBytes("#${env:QUERY_KEY}`n`$${env:QUERY_KEY}{x} \${env:QUERY_KEY}\n`n%${env:QUERY_KEY}% '`"")

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/echo' `
    -Method Post `
    -ContentType 'text/plain; charset=utf-8' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
