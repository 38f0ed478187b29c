import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final body = utf8.encode('{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}');
  final client = HttpClient();
  final request = await client.openUrl('POST', Uri.parse('http://127.0.0.1:8765/v1/messages'));
  request.headers.set('x-api-key', Platform.environment['YOUR_API_KEY']!, preserveHeaderCase: true);
  request.headers.set('anthropic-version', '2023-06-01', preserveHeaderCase: true);
  request.headers.set('anthropic-beta', 'some-beta-2025-01-01', preserveHeaderCase: true);
  request.headers.set('Content-Type', 'application/json', preserveHeaderCase: true);
  request.contentLength = body.length;
  request.add(body);

  final response = await request.close();
  print(await response.transform(utf8.decoder).join());
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
  client.close();
}
