import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final body = utf8.encode('\u{1}f \u{0}f7 \u{7f}abc \u{1b}[0m 1\u{1}2');
  final client = HttpClient();
  final request = await client.openUrl('POST', Uri.parse('http://127.0.0.1:8765/v1/echo'));
  request.headers.set('Content-Type', 'text/plain; charset=utf-8', preserveHeaderCase: true);
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
