<?php

$body = '#' . getenv('QUERY_KEY') . <<<'TEXT'

$
TEXT . getenv('QUERY_KEY') . '{x} \\' . getenv('QUERY_KEY') . <<<'TEXT'
\n
%
TEXT . getenv('QUERY_KEY') . '% \'"';

$curl = curl_init('http://127.0.0.1:8765/v1/echo');
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_HTTPHEADER => [
        'Content-Type: text/plain; charset=utf-8',
    ],
    CURLOPT_POSTFIELDS => $body,
    CURLOPT_RETURNTRANSFER => true,
]);

$response = curl_exec($curl);
if ($response === false) {
    throw new RuntimeException(curl_error($curl));
}
echo $response;
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 400) {
    fwrite(STDERR, "HTTP status $status\n");
    exit(1);
}
