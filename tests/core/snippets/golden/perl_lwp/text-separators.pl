use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = "a\x{e2}\x{80}\x{a8}b\x{e2}\x{80}\x{a9}c\x{c2}\x{85}d\x{c2}\x{a0}e\x{ef}\x{bb}\x{bf}f";

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/echo');
$request->push_header('Content-Type' => 'text/plain; charset=utf-8');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
