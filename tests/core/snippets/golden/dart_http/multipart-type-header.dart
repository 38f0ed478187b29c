import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request('POST', Uri.parse('http://127.0.0.1:8765/v1/files'));
  request.headers['Content-Type'] = 'multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928';
  request.bodyBytes = utf8.encode('------PlaygroundBoundary175c17ca22e52928\r\n'
      'Content-Disposition: form-data; name="a"\r\n'
      '\r\n'
      '1\r\n'
      '------PlaygroundBoundary175c17ca22e52928--\r\n');

  final response = await http.Response.fromStream(await request.send());
  print(response.body);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
}
