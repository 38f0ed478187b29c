<?php

$body = '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}';

$curl = curl_init('http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse');
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_HTTPHEADER => [
        'x-goog-api-key: ' . getenv('YOUR_API_KEY'),
        'Content-Type: application/json',
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
