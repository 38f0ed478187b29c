use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = "------PlaygroundBoundary04afeccd1e3478cd\r\nContent-Disposition: form-data; name=\"a %22quoted%22 n\x{c3}\x{a4}me\"\r\n\r\n1\r\n------PlaygroundBoundary04afeccd1e3478cd\r\nContent-Disposition: form-data; name=\"\x{d1}\x{84}\x{d0}\x{b0}\x{d0}\x{b9}\x{d0}\x{bb}\"; filename=\"\x{c3}\x{a4} %22b%22 \x{e4}\x{b8}\x{96}.txt\"\r\nContent-Type: application/octet-stream\r\n\r\ncontent\r\n------PlaygroundBoundary04afeccd1e3478cd--\r\n";

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/files');
$request->push_header('Content-Type' => 'multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
