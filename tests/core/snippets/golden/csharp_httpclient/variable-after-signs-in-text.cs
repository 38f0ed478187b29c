using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

internal static class Program
{
    private static void Main() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        using (var client = new HttpClient())
        using (var request = new HttpRequestMessage(new HttpMethod("POST"), "http://127.0.0.1:8765/v1/echo"))
        {
            var body = "#" + Environment.GetEnvironmentVariable("QUERY_KEY") + @"
$" + Environment.GetEnvironmentVariable("QUERY_KEY") + @"{x} \" + Environment.GetEnvironmentVariable("QUERY_KEY") + @"\n
%" + Environment.GetEnvironmentVariable("QUERY_KEY") + "% '\"";
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "text/plain; charset=utf-8");

            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine(await response.Content.ReadAsStringAsync());
                response.EnsureSuccessStatusCode();
            }
        }
    }
}
