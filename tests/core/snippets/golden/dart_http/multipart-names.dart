import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request('POST', Uri.parse('http://127.0.0.1:8765/v1/files'));
  request.headers['Content-Type'] = 'multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd';
  request.bodyBytes = utf8.encode('------PlaygroundBoundary04afeccd1e3478cd\r\n'
      'Content-Disposition: form-data; name="a %22quoted%22 näme"\r\n'
      '\r\n'
      '1\r\n'
      '------PlaygroundBoundary04afeccd1e3478cd\r\n'
      'Content-Disposition: form-data; name="файл"; filename="ä %22b%22 世.txt"\r\n'
      'Content-Type: application/octet-stream\r\n'
      '\r\n'
      'content\r\n'
      '------PlaygroundBoundary04afeccd1e3478cd--\r\n');

  final response = await http.Response.fromStream(await request.send());
  print(response.body);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
}
