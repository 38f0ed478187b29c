import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request('POST', Uri.parse('http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent'));
  request.headers['x-goog-api-key'] = Platform.environment['YOUR_API_KEY']!;
  request.headers['Content-Type'] = 'application/json';
  request.bodyBytes = utf8.encode('{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}');

  final response = await http.Response.fromStream(await request.send());
  print(response.body);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
}
