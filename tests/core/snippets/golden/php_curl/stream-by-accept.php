<?php

$curl = curl_init('http://127.0.0.1:8765/events');
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => [
        'Accept: text/event-stream',
    ],
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
