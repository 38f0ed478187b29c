<?php

$body = "------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\nContent-Type: image/png\r\n\r\n"
    . file_get_contents('image.png')
    . "\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r\nContent-Type: application/octet-stream\r\n\r\n"
    . file_get_contents('notes.txt')
    . "\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na cat\r\n------PlaygroundBoundaryd449d477edf7502b--\r\n";

$curl = curl_init('http://127.0.0.1:8765/v1/files');
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_HTTPHEADER => [
        'Content-Type: multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b',
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
