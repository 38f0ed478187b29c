<?php

require 'vendor/autoload.php';

$content = base64_decode('/2FiYwAxMjP+gGY=');

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/v1/upload', [
    'headers' => [
        'Content-Type' => 'application/octet-stream',
    ],
    'body' => $content,
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
