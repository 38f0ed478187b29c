<?php

require 'vendor/autoload.php';

$content = '<a/>';

$client = new GuzzleHttp\Client();
$response = $client->request('REPORT', 'http://127.0.0.1:8765/dav/', [
    'headers' => [
        'Content-Type' => 'application/xml',
    ],
    'body' => $content,
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
