import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final body = utf8.encode('------PlaygroundBoundary4c81953d1c1f9d69\r\n'
      'Content-Disposition: form-data; name="purpose"\r\n'
      '\r\n'
      'assistants\r\n'
      '------PlaygroundBoundary4c81953d1c1f9d69\r\n'
      'Content-Disposition: form-data; name="file"; filename="data.jsonl"\r\n'
      'Content-Type: application/jsonl\r\n'
      '\r\n'
      '{"a": 1}\n'
      '{"b": 2}\n'
      '\r\n'
      '------PlaygroundBoundary4c81953d1c1f9d69--\r\n');
  final client = HttpClient();
  final request = await client.openUrl('POST', Uri.parse('http://127.0.0.1:8765/v1/files'));
  request.headers.set('Content-Type', 'multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69', preserveHeaderCase: true);
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
