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

my $content = "------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\nContent-Type: image/png\r\n\r\n"
  . read_file('image.png')
  . "\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r\nContent-Type: application/octet-stream\r\n\r\n"
  . read_file('notes.txt')
  . "\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na cat\r\n------PlaygroundBoundaryd449d477edf7502b--\r\n";

my $request = HTTP::Request->new('POST' => 'http://127.0.0.1:8765/v1/files');
$request->push_header('Content-Type' => 'multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b');
$request->content($content);

my $agent = LWP::UserAgent->new(timeout => 600);
my $response = $agent->request($request);
print $response->content, "\n";
die $response->status_line, "\n" if $response->is_error;
