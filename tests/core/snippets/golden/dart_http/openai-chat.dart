import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request('POST', Uri.parse('http://127.0.0.1:8765/gateway/v1/chat/completions'));
  request.headers['Content-Type'] = 'application/json';
  request.headers['Accept'] = 'application/json';
  request.headers['Authorization'] = 'Bearer ${Platform.environment['YOUR_API_KEY']}';
  request.headers['X-Trace'] = 'a b';
  request.bodyBytes = utf8.encode('{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it\'s \\"ü\\" 世界"}]}]}');

  final response = await http.Response.fromStream(await request.send());
  print(response.body);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
}
