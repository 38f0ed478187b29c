use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = '{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}';

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/messages');
$request->push_header('x-api-key' => $ENV{YOUR_API_KEY});
$request->push_header('anthropic-version' => '2023-06-01');
$request->push_header('anthropic-beta' => 'some-beta-2025-01-01');
$request->push_header('Content-Type' => 'application/json');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
