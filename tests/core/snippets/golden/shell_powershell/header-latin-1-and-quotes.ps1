$headers = @{
    'X-Name' = 'ü "x" ''y'' \ \n $HOME ${x} #{x} #$0 @{x} %s `z` )"'
}

$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/v1/models' `
    -Headers $headers `
    -SkipHeaderValidation `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
