use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

# Header names keep their underscores.
$HTTP::Headers::TRANSLATE_UNDERSCORE = 0;

my $request = HTTP::Request->new('GET' => 'http://127.0.0.1:8765/v1/models');
$request->push_header('x-lower' => '1');
$request->push_header('X_UNDER' => '2');
$request->push_header('X-!#$%&\'*+.^`|~' => '3');

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
