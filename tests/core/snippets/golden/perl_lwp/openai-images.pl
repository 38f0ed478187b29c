use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = '{"model": "gpt-image-1", "prompt": "a cat", "n": 2}';

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/images/generations');
$request->push_header('Content-Type' => 'application/json');
$request->push_header('Accept' => 'application/json');
$request->push_header('Authorization' => 'Bearer ' . $ENV{YOUR_API_KEY});
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
