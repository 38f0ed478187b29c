<?php

$curl = curl_init('http://127.0.0.1:8765/v1/models');
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => [
        "X-A: \xfc " . getenv('QUERY_KEY'),
        'X-B: 世 ' . getenv('QUERY_KEY'),
    ],
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
