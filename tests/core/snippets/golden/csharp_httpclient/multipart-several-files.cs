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
                Encoding.UTF8.GetBytes("------PlaygroundBoundaryd449d477edf7502b\r\n"
            + "Content-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\n"
            + "Content-Type: image/png\r\n"
            + "\r\n"),
                File.ReadAllBytes("image.png"),
                Encoding.UTF8.GetBytes("\r\n"
            + "------PlaygroundBoundaryd449d477edf7502b\r\n"
            + "Content-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r\n"
            + "Content-Type: application/octet-stream\r\n"
            + "\r\n"),
                File.ReadAllBytes("notes.txt"),
                Encoding.UTF8.GetBytes("\r\n"
            + "------PlaygroundBoundaryd449d477edf7502b\r\n"
            + "Content-Disposition: form-data; name=\"prompt\"\r\n"
            + "\r\n"
            + "a cat\r\n"
            + "------PlaygroundBoundaryd449d477edf7502b--\r\n"),
            };
            request.Content = new ByteArrayContent(pieces.SelectMany(piece => piece).ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b");

            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine(await response.Content.ReadAsStringAsync());
                response.EnsureSuccessStatusCode();
            }
        }
    }
}
