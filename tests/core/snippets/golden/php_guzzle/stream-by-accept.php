<?php

require 'vendor/autoload.php';

$client = new GuzzleHttp\Client();
$response = $client->request('GET', 'http://127.0.0.1:8765/events', [
    'headers' => [
        'Accept' => 'text/event-stream',
    ],
    'stream' => true,
    'http_errors' => false,
]);

$body = $response->getBody();
while (!$body->eof()) {
    echo $body->read(1024);
    flush();
}
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
