import 'dart:convert';
import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request('POST', Uri.parse('http://127.0.0.1:8765/v1/echo'));
  request.headers['Content-Type'] = 'text/plain; charset=utf-8';
  request.bodyBytes = utf8.encode('#${Platform.environment['QUERY_KEY']}\n\$${Platform.environment['QUERY_KEY']}{x} \\${Platform.environment['QUERY_KEY']}\\n\n%${Platform.environment['QUERY_KEY']}% \'"');

  final response = await http.Response.fromStream(await request.send());
  print(response.body);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
}
