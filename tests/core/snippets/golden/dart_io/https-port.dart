import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final body = utf8.encode('{}');
  final client = HttpClient();
  final request = await client.openUrl('POST', Uri.parse('https://api.example.com:8443/v1/x'));
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
