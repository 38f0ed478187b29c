<?php

require 'vendor/autoload.php';

$content = '{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}';

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/v1/chat/completions', [
    'headers' => [
        'Content-Type' => 'application/json',
        'Accept' => 'application/json',
        'Authorization' => 'Bearer ' . getenv('YOUR_API_KEY'),
    ],
    'body' => $content,
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
