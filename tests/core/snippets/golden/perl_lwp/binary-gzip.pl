use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = "\x{1f}\x{8b}\x{08}\x{00}\x{00}\x{00}\x{00}\x{00}\x{02}\x{03}\x{cb}H\x{cd}\x{c9}\x{c9}W\x{08}\x{cf}/\x{ca}I\x{e1}\x{02}\x{00}\x{d5}\x{e0}9\x{0b}\x{0c}\x{00}\x{00}\x{00}";

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/upload');
$request->push_header('Content-Type' => 'application/gzip');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
