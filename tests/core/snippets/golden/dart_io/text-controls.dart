import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final body = utf8.encode('\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}\t\n'
      '\u{b}\u{c}\r\u{e}\u{f}\u{10}\u{11}\u{12}\u{13}\u{14}\u{15}\u{16}\u{17}\u{18}\u{19}\u{1a}\u{1b}\u{1c}\u{1d}\u{1e}\u{1f}\u{7f}');
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
