import 'dart:convert';
import 'dart:io';

Future<void> main() async {
  final client = HttpClient();
  final request = await client.openUrl('GET', Uri.parse('http://127.0.0.1:8765/%E6%90%9C%E7%B4%A2?q=%E4%B8%96%E7%95%8C%20%C3%BC&emoji=%F0%9F%98%80'));

  final response = await request.close();
  print(await response.transform(utf8.decoder).join());
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
  client.close();
}
