<?php

$body = '{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}';

$curl = curl_init('http://127.0.0.1:8765/v1/chat/completions');
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_HTTPHEADER => [
        'Content-Type: application/json',
        'Accept: application/json',
        'Authorization: Bearer ' . getenv('YOUR_API_KEY'),
    ],
    CURLOPT_POSTFIELDS => $body,
    CURLOPT_WRITEFUNCTION => function ($curl, string $data): int {
        echo $data;
        flush();
        return strlen($data);
    },
]);

if (curl_exec($curl) === false) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 400) {
    fwrite(STDERR, "HTTP status $status\n");
    exit(1);
}
