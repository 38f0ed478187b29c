import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final body = utf8.encode('{"model": "m", "messages": [], "seed": 12345678901234567890}');
  final client = HttpClient();
  final request = await client.openUrl('POST', Uri.parse('http://127.0.0.1:8765/v1/chat/completions'));
  request.headers.set('Content-Type', 'application/json', preserveHeaderCase: true);
  request.headers.set('Accept', 'application/json', preserveHeaderCase: true);
  request.headers.set('Authorization', 'Bearer ${Platform.environment['YOUR_API_KEY']}', preserveHeaderCase: true);
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
