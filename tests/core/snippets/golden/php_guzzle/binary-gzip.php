<?php

require 'vendor/autoload.php';

$content = base64_decode('H4sIAAAAAAACA8tIzcnJVwjPL8pJ4QIA1eA5CwwAAAA=');

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/v1/upload', [
    'headers' => [
        'Content-Type' => 'application/gzip',
    ],
    'body' => $content,
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
