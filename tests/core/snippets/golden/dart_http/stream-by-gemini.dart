import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request('POST', Uri.parse('http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse'));
  request.headers['x-goog-api-key'] = Platform.environment['YOUR_API_KEY']!;
  request.headers['Content-Type'] = 'application/json';
  request.bodyBytes = utf8.encode('{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}');

  final response = await request.send();
  await response.stream.transform(utf8.decoder).transform(const LineSplitter()).forEach(print);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
}
