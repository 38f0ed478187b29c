import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final body = [
    ...utf8.encode('------PlaygroundBoundaryd449d477edf7502b\r\n'
      'Content-Disposition: form-data; name="image[]"; filename="image.png"\r\n'
      'Content-Type: image/png\r\n'
      '\r\n'),
    ...await File('image.png').readAsBytes(),
    ...utf8.encode('\r\n'
      '------PlaygroundBoundaryd449d477edf7502b\r\n'
      'Content-Disposition: form-data; name="image[]"; filename="notes.txt"\r\n'
      'Content-Type: application/octet-stream\r\n'
      '\r\n'),
    ...await File('notes.txt').readAsBytes(),
    ...utf8.encode('\r\n'
      '------PlaygroundBoundaryd449d477edf7502b\r\n'
      'Content-Disposition: form-data; name="prompt"\r\n'
      '\r\n'
      'a cat\r\n'
      '------PlaygroundBoundaryd449d477edf7502b--\r\n'),
  ];
  final client = HttpClient();
  final request = await client.openUrl('POST', Uri.parse('http://127.0.0.1:8765/v1/files'));
  request.headers.set('Content-Type', 'multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b', preserveHeaderCase: true);
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
