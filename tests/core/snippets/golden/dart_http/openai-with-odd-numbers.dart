import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request('POST', Uri.parse('http://127.0.0.1:8765/v1/chat/completions'));
  request.headers['Content-Type'] = 'application/json';
  request.headers['Accept'] = 'application/json';
  request.headers['Authorization'] = 'Bearer ${Platform.environment['YOUR_API_KEY']}';
  request.bodyBytes = utf8.encode('{"model": "m", "messages": [], "seed": 12345678901234567890}');

  final response = await http.Response.fromStream(await request.send());
  print(response.body);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
}
