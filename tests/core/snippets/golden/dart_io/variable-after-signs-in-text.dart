import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final body = utf8.encode('#${Platform.environment['QUERY_KEY']}\n\$${Platform.environment['QUERY_KEY']}{x} \\${Platform.environment['QUERY_KEY']}\\n\n%${Platform.environment['QUERY_KEY']}% \'"');
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
