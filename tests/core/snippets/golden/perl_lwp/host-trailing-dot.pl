use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $request = HTTP::Request->new('GET' => 'http://localhost.:8765/v1/models');

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
