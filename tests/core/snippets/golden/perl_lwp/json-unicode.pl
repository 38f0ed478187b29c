use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = "{\"\x{e6}\x{96}\x{87}\x{e5}\x{ad}\x{97}\": \"gr\x{c3}\x{bc}\x{c3}\x{9f}e \x{e4}\x{b8}\x{96}\x{e7}\x{95}\x{8c} \x{f0}\x{9f}\x{98}\x{80} \x{e2}\x{80}\x{a8}\x{e2}\x{80}\x{a9}\x{ef}\x{bb}\x{bf} e\x{cc}\x{81} \x{e2}\x{80}\x{8b}\"}";

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/items');
$request->push_header('Content-Type' => 'application/json');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
