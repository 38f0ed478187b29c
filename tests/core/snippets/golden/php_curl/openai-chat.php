<?php

$body = '{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it\'s \\"ü\\" 世界"}]}]}';

$curl = curl_init('http://127.0.0.1:8765/gateway/v1/chat/completions');
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_HTTPHEADER => [
        'Content-Type: application/json',
        'Accept: application/json',
        'Authorization: Bearer ' . getenv('YOUR_API_KEY'),
        'X-Trace: a b',
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
