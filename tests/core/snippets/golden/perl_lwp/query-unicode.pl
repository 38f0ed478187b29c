use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $request = HTTP::Request->new('GET' => 'http://127.0.0.1:8765/%E6%90%9C%E7%B4%A2?q=%E4%B8%96%E7%95%8C%20%C3%BC&emoji=%F0%9F%98%80');

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
