import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final body = utf8.encode('{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}');
  final client = HttpClient();
  final request = await client.openUrl('POST', Uri.parse('http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse'));
  request.headers.set('x-goog-api-key', Platform.environment['YOUR_API_KEY']!, preserveHeaderCase: true);
  request.headers.set('Content-Type', 'application/json', preserveHeaderCase: true);
  request.contentLength = body.length;
  request.add(body);

  final response = await request.close();
  await response.transform(utf8.decoder).transform(const LineSplitter()).forEach(print);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
  client.close();
}
