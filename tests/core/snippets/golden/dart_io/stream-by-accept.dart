import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final client = HttpClient();
  final request = await client.openUrl('GET', Uri.parse('http://127.0.0.1:8765/events'));
  request.headers.set('Accept', 'text/event-stream', preserveHeaderCase: true);

  final response = await request.close();
  await response.transform(utf8.decoder).transform(const LineSplitter()).forEach(print);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
  client.close();
}
