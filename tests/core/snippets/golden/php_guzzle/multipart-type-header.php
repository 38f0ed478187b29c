<?php

require 'vendor/autoload.php';

$content = "------PlaygroundBoundary175c17ca22e52928\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n------PlaygroundBoundary175c17ca22e52928--\r\n";

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/v1/files', [
    'headers' => [
        'Content-Type' => 'multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928',
    ],
    'body' => $content,
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
