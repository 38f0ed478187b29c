import 'dart:io';

import 'package:http/http.dart' as http;

Future<void> main() async {
  final request = http.Request('GET', Uri.parse('http://127.0.0.1:8765/v1/models'));
  request.headers['X-A'] = '#${Platform.environment['QUERY_KEY']} \$${Platform.environment['QUERY_KEY']}{x} \\${Platform.environment['QUERY_KEY']}\\n %${Platform.environment['QUERY_KEY']}% @${Platform.environment['QUERY_KEY']}_x[0]';

  final response = await http.Response.fromStream(await request.send());
  print(response.body);
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
}
