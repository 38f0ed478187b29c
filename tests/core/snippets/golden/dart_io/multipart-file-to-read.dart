import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final body = [
    ...utf8.encode('------PlaygroundBoundaryf73962d8f40d61f2\r\n'
      'Content-Disposition: form-data; name="model"\r\n'
      '\r\n'
      'whisper-1\r\n'
      '------PlaygroundBoundaryf73962d8f40d61f2\r\n'
      'Content-Disposition: form-data; name="file"; filename="notes.txt"\r\n'
      'Content-Type: text/plain\r\n'
      '\r\n'),
    ...await File('notes.txt').readAsBytes(),
    ...utf8.encode('\r\n'
      '------PlaygroundBoundaryf73962d8f40d61f2--\r\n'),
  ];
  final client = HttpClient();
  final request = await client.openUrl('POST', Uri.parse('http://127.0.0.1:8765/v1/files'));
  request.headers.set('Content-Type', 'multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2', preserveHeaderCase: true);
  request.contentLength = body.length;
  request.add(body);

  final response = await request.close();
  print(await response.transform(utf8.decoder).join());
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
  client.close();
}
