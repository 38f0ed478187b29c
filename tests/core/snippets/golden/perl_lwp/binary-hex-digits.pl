use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = "\x{ff}abc\x{00}123\x{fe}\x{80}f";

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/upload');
$request->push_header('Content-Type' => 'application/octet-stream');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
