<?php

require 'vendor/autoload.php';

$content = '{"model": "gpt-image-1", "prompt": "a cat", "n": 2}';

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/v1/images/generations', [
    'headers' => [
        'Content-Type' => 'application/json',
        'Accept' => 'application/json',
        'Authorization' => 'Bearer ' . getenv('YOUR_API_KEY'),
    ],
    'body' => $content,
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
