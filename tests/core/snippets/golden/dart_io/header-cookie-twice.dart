import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final client = HttpClient();
  final request = await client.openUrl('GET', Uri.parse('http://127.0.0.1:8765/v1/models'));
  request.headers.noFolding('cookie');
  request.headers.set('Cookie', 'a=1', preserveHeaderCase: true);
  request.headers.add('Cookie', 'b=2', preserveHeaderCase: true);

  final response = await request.close();
  print(await response.transform(utf8.decoder).join());
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
  client.close();
}
