<?php

require 'vendor/autoload.php';

$content = '#' . getenv('QUERY_KEY') . <<<'TEXT'

$
TEXT . getenv('QUERY_KEY') . '{x} \\' . getenv('QUERY_KEY') . <<<'TEXT'
\n
%
TEXT . getenv('QUERY_KEY') . '% \'"';

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/v1/echo', [
    'headers' => [
        'Content-Type' => 'text/plain; charset=utf-8',
    ],
    'body' => $content,
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
