<?php

require 'vendor/autoload.php';

$content = <<<'TEXT'
<?xml version="1.0"?>
<a b="c">&amp; <![CDATA[x]]></a>

TEXT;

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/soap', [
    'headers' => [
        'Content-Type' => 'application/xml',
    ],
    'body' => $content,
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
