use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = '#'
  . $ENV{QUERY_KEY}
  . "\n\$"
  . $ENV{QUERY_KEY}
  . '{x} \\'
  . $ENV{QUERY_KEY}
  . "\\n\n%"
  . $ENV{QUERY_KEY}
  . '% \'"';

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/echo');
$request->push_header('Content-Type' => 'text/plain; charset=utf-8');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
