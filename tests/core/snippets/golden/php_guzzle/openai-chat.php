<?php

require 'vendor/autoload.php';

$content = '{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it\'s \\"ü\\" 世界"}]}]}';

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/gateway/v1/chat/completions', [
    'headers' => [
        'Content-Type' => 'application/json',
        'Accept' => 'application/json',
        'Authorization' => 'Bearer ' . getenv('YOUR_API_KEY'),
        'X-Trace' => 'a b',
    ],
    'body' => $content,
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
