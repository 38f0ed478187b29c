import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request('POST', Uri.parse('http://127.0.0.1:8765/v1/files'));
  request.headers['Content-Type'] = 'multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2';
  request.bodyBytes = [
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

  final response = await http.Response.fromStream(await request.send());
  print(response.body);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
}
