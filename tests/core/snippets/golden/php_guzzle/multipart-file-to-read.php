<?php

require 'vendor/autoload.php';

$content = "------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\nContent-Type: text/plain\r\n\r\n"
    . file_get_contents('notes.txt')
    . "\r\n------PlaygroundBoundaryf73962d8f40d61f2--\r\n";

$client = new GuzzleHttp\Client();
$response = $client->request('POST', 'http://127.0.0.1:8765/v1/files', [
    'headers' => [
        'Content-Type' => 'multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2',
    ],
    'body' => $content,
    'http_errors' => false,
]);

echo $response->getBody();
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\n");
    exit(1);
}
