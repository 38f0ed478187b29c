use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = "\x{f0}\x{9f}\x{98}\x{80}\x{f0}\x{9f}\x{91}\x{a9}\x{e2}\x{80}\x{8d}\x{f0}\x{9f}\x{91}\x{a9}\x{e2}\x{80}\x{8d}\x{f0}\x{9f}\x{91}\x{a7}\x{e2}\x{80}\x{8d}\x{f0}\x{9f}\x{91}\x{a6}\x{f0}\x{9f}\x{87}\x{a9}\x{f0}\x{9f}\x{87}\x{aa} \x{f0}\x{9d}\x{92}\x{b3} \x{f4}\x{8f}\x{bf}\x{bf}";

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/echo');
$request->push_header('Content-Type' => 'text/plain; charset=utf-8');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
