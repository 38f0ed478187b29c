use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $request = HTTP::Request->new('GET' => 'http://127.0.0.1:8765/v1/models?q=a%20b%26c%3Dd&q=50%25&%2B=1%2B1&empty=&%C3%BC=%E4%B8%96%E7%95%8C');

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
