import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final body = utf8.encode('------PlaygroundBoundary04afeccd1e3478cd\r\n'
      'Content-Disposition: form-data; name="a %22quoted%22 näme"\r\n'
      '\r\n'
      '1\r\n'
      '------PlaygroundBoundary04afeccd1e3478cd\r\n'
      'Content-Disposition: form-data; name="файл"; filename="ä %22b%22 世.txt"\r\n'
      'Content-Type: application/octet-stream\r\n'
      '\r\n'
      'content\r\n'
      '------PlaygroundBoundary04afeccd1e3478cd--\r\n');
  final client = HttpClient();
  final request = await client.openUrl('POST', Uri.parse('http://127.0.0.1:8765/v1/files'));
  request.headers.set('Content-Type', 'multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd', preserveHeaderCase: true);
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
