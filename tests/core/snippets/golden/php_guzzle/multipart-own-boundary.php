<?php

require 'vendor/autoload.php';

$content = "--my-own-boundary\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--my-own-boundary--\r\n";

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/v1/files', [
    'headers' => [
        'Content-Type' => 'multipart/form-data; boundary=my-own-boundary',
    ],
    'body' => $content,
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
