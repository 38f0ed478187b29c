use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = "------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nzwei \x{c3}\x{bc}\r\nline\r\n------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n------PlaygroundBoundary8ee45f4618e8f20d--\r\n";

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/files');
$request->push_header('Content-Type' => 'multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
