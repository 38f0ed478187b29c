use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = "\x{01}\x{02}\x{03}\x{04}\x{05}\x{06}\x{07}\x{08}\t\n\x{0b}\x{0c}\r\x{0e}\x{0f}\x{10}\x{11}\x{12}\x{13}\x{14}\x{15}\x{16}\x{17}\x{18}\x{19}\x{1a}\x{1b}\x{1c}\x{1d}\x{1e}\x{1f}\x{7f}";

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/echo');
$request->push_header('Content-Type' => 'text/plain; charset=utf-8');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
