use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $request = HTTP::Request->new('GET' => 'http://127.0.0.1:8765/a%2Fb/%7Euser/%41/c%20d;v=1,2/@me:go');

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
