import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request('POST', Uri.parse('http://127.0.0.1:8765/v1beta/models/g:streamGenerateContent?alt=sse'));
  request.headers['Content-Type'] = 'application/json';
  request.bodyBytes = utf8.encode('{}');

  final response = await request.send();
  await response.stream.transform(utf8.decoder).transform(const LineSplitter()).forEach(print);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
}
