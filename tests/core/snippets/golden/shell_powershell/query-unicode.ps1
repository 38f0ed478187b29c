$response = Invoke-WebRequest -Uri 'http://127.0.0.1:8765/%E6%90%9C%E7%B4%A2?q=%E4%B8%96%E7%95%8C%20%C3%BC&emoji=%F0%9F%98%80' `
    -SkipHttpErrorCheck
$response.Content
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
