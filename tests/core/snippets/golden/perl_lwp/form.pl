use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = 'a=1&b+c=x%26y%3Dz&a=2&empty=';

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/form');
$request->push_header('Content-Type' => 'application/x-www-form-urlencoded');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
