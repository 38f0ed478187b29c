<?php

require 'vendor/autoload.php';

$content = '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}';

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse', [
    'headers' => [
        'x-goog-api-key' => getenv('YOUR_API_KEY'),
        'Content-Type' => 'application/json',
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
