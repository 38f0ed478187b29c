using System;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

internal static class Program
{
    private static void Main() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        using (var client = new HttpClient())
        using (var request = new HttpRequestMessage(new HttpMethod("POST"), "http://127.0.0.1:8765/v1/chat/completions"))
        {
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Environment.GetEnvironmentVariable("YOUR_API_KEY"));
            var body = "{\"model\": \"gpt-4o\", \"stream\": true, \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");

            using (var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
            using (var reader = new StreamReader(await response.Content.ReadAsStreamAsync()))
            {
                string line;
                while ((line = await reader.ReadLineAsync()) != null)
                {
                    Console.WriteLine(line);
                }

                response.EnsureSuccessStatusCode();
            }
        }
    }
}
