<?php

require 'vendor/autoload.php';

$content = '{}';

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'https://api.example.com:8443/v1/x', [
    'headers' => [
        'Content-Type' => 'application/json',
    ],
    'body' => $content,
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
