<?php

require 'vendor/autoload.php';

$content = "------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nassistants\r\n------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name=\"file\"; filename=\"data.jsonl\"\r\nContent-Type: application/jsonl\r\n\r\n{\"a\": 1}\n{\"b\": 2}\n\r\n------PlaygroundBoundary4c81953d1c1f9d69--\r\n";

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/v1/files', [
    'headers' => [
        'Content-Type' => 'multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69',
    ],
    'body' => $content,
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
