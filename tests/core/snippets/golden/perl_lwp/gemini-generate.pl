use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

my $content = '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}';

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent');
$request->push_header('x-goog-api-key' => $ENV{YOUR_API_KEY});
$request->push_header('Content-Type' => 'application/json');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
