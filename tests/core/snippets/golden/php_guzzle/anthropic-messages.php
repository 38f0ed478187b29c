<?php

require 'vendor/autoload.php';

$content = '{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}';

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/v1/messages', [
    'headers' => [
        'x-api-key' => getenv('YOUR_API_KEY'),
        'anthropic-version' => '2023-06-01',
        'anthropic-beta' => 'some-beta-2025-01-01',
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
