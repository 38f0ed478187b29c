use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = '{}';

my $request = HTTP::Request->new('POST' => 'https://api.example.com:8443/v1/x');
$request->push_header('Content-Type' => 'application/json');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
