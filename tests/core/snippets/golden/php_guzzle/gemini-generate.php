<?php

require 'vendor/autoload.php';

$content = '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}';

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent', [
    'headers' => [
        'x-goog-api-key' => getenv('YOUR_API_KEY'),
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
