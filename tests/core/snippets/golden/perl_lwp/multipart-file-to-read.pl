use strict;
use warnings;

use HTTP::Request;
use LWP::UserAgent;

sub read_file {
    my ($name) = @_;
    open my $file, '<:raw', $name or die "$name: $!";
    local $/ = undef;
    return scalar <$file>;
}

my $content = "------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\nContent-Type: text/plain\r\n\r\n"
  . read_file('notes.txt')
  . "\r\n------PlaygroundBoundaryf73962d8f40d61f2--\r\n";

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/files');
$request->push_header('Content-Type' => 'multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
