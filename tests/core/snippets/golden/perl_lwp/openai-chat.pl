use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = '{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it\'s \\"ü\\" 世界"}]}]}';

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/gateway/v1/chat/completions');
$request->push_header('Content-Type' => 'application/json');
$request->push_header('Accept' => 'application/json');
$request->push_header('Authorization' => 'Bearer ' . $ENV{YOUR_API_KEY});
$request->push_header('X-Trace' => 'a b');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
