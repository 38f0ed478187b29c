use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

$| = 1;
my $request = HTTP::Request->new('GET' => 'http://127.0.0.1:8765/events');
$request->push_header('Accept' => 'text/event-stream');

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request, sub { print $_[0] });
die $response->status_line, "\n" if $response->is_error;
