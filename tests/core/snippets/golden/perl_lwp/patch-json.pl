use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = '[{"op": "remove", "path": "/a"}]';

my $request = HTTP::Request->new('PATCH' => 'http://127.0.0.1:8765/v1/items');
$request->push_header('Content-Type' => 'application/json');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
