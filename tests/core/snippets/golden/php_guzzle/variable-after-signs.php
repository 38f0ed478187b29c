<?php

require 'vendor/autoload.php';

$client = new GuzzleHttp\Client();
$response = $client->request('GET', 'http://127.0.0.1:8765/v1/models', [
    'headers' => [
        'X-A' => '#' . getenv('QUERY_KEY') . ' $' . getenv('QUERY_KEY') . '{x} \\' . getenv('QUERY_KEY') . '\\n %' . getenv('QUERY_KEY') . '% @' . getenv('QUERY_KEY') . '_x[0]',
    ],
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
