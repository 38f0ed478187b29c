use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = 'name=%E4%B8%96%E7%95%8C+%C3%BC&quote=it%27s+%22x%22&line=a%0D%0Ab&plus=1%2B1+%7E*-._';

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/form');
$request->push_header('Content-Type' => 'application/x-www-form-urlencoded');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
