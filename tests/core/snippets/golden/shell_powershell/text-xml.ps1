$body = [Text.Encoding]::UTF8.GetBytes(@'
<?xml version="1.0"?>
<a b="c">&amp; <![CDATA[x]]></a>

'@)

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/soap' `
    -Method Post `
    -ContentType 'application/xml' `
    -Body $body `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
