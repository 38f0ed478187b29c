<?php

require 'vendor/autoload.php';

$content = '{}';

$client = new GuzzleHttp\Client();
$response = $client->request('patch', 'http://127.0.0.1:8765/v1/items', [
    'headers' => [
        'Content-Type' => 'application/json',
    ],
    'body' => $content,
    'curl' => [
        CURLOPT_CUSTOMREQUEST => 'patch',
    ],
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
