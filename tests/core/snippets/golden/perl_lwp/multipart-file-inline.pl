use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = "------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nassistants\r\n------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name=\"file\"; filename=\"data.jsonl\"\r\nContent-Type: application/jsonl\r\n\r\n{\"a\": 1}\n{\"b\": 2}\n\r\n------PlaygroundBoundary4c81953d1c1f9d69--\r\n";

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/files');
$request->push_header('Content-Type' => 'multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
