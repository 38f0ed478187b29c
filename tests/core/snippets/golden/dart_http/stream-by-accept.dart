import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request('GET', Uri.parse('http://127.0.0.1:8765/events'));
  request.headers['Accept'] = 'text/event-stream';

  final response = await request.send();
  await response.stream.transform(utf8.decoder).transform(const LineSplitter()).forEach(print);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
}
