use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = "--my-own-boundary\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--my-own-boundary--\r\n";

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/files');
$request->push_header('Content-Type' => 'multipart/form-data; boundary=my-own-boundary');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
