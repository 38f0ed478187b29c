using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

internal static class Program
{
    private static void Main() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        using (var client = new HttpClient())
        using (var request = new HttpRequestMessage(new HttpMethod("POST"), "http://127.0.0.1:8765/v1/files"))
        {
            var pieces = new[]
            {
                Encoding.UTF8.GetBytes("------PlaygroundBoundaryf73962d8f40d61f2\r\n"
            + "Content-Disposition: form-data; name=\"model\"\r\n"
            + "\r\n"
            + "whisper-1\r\n"
            + "------PlaygroundBoundaryf73962d8f40d61f2\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\n"
            + "Content-Type: text/plain\r\n"
            + "\r\n"),
                File.ReadAllBytes("notes.txt"),
                Encoding.UTF8.GetBytes("\r\n"
            + "------PlaygroundBoundaryf73962d8f40d61f2--\r\n"),
            };
            request.Content = new ByteArrayContent(pieces.SelectMany(piece => piece).ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2");

            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine(await response.Content.ReadAsStringAsync());
                response.EnsureSuccessStatusCode();
            }
        }
    }
}
