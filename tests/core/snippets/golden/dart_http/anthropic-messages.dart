import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request('POST', Uri.parse('http://127.0.0.1:8765/v1/messages'));
  request.headers['x-api-key'] = Platform.environment['YOUR_API_KEY']!;
  request.headers['anthropic-version'] = '2023-06-01';
  request.headers['anthropic-beta'] = 'some-beta-2025-01-01';
  request.headers['Content-Type'] = 'application/json';
  request.bodyBytes = utf8.encode('{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}');

  final response = await http.Response.fromStream(await request.send());
  print(response.body);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
}
