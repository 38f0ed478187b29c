import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final client = HttpClient();
  final request = await client.openUrl('GET', Uri.parse('http://127.0.0.1:8765/v1/models'));
  request.headers.set('X-List', 'a: b; c="d", e=f;;, :', preserveHeaderCase: true);

  final response = await request.close();
  print(await response.transform(utf8.decoder).join());
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
  client.close();
}
