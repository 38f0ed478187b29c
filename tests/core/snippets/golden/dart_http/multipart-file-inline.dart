import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request('POST', Uri.parse('http://127.0.0.1:8765/v1/files'));
  request.headers['Content-Type'] = 'multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69';
  request.bodyBytes = utf8.encode('------PlaygroundBoundary4c81953d1c1f9d69\r\n'
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

  final response = await http.Response.fromStream(await request.send());
  print(response.body);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
}
