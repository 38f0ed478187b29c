<?php

require 'vendor/autoload.php';

$content = base64_decode('Z3L832U=');

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/v1/upload', [
    'headers' => [
        'Content-Type' => 'text/plain; charset=iso-8859-1',
    ],
    'body' => $content,
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
