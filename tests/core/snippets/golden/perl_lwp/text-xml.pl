use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = <<'TEXT';
<?xml version="1.0"?>
<a b="c">&amp; <![CDATA[x]]></a>
TEXT

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/soap');
$request->push_header('Content-Type' => 'application/xml');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
