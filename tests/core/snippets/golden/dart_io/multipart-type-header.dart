import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final body = utf8.encode('------PlaygroundBoundary175c17ca22e52928\r\n'
      'Content-Disposition: form-data; name="a"\r\n'
      '\r\n'
      '1\r\n'
      '------PlaygroundBoundary175c17ca22e52928--\r\n');
  final client = HttpClient();
  final request = await client.openUrl('POST', Uri.parse('http://127.0.0.1:8765/v1/files'));
  request.headers.set('Content-Type', 'multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928', preserveHeaderCase: true);
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
