using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

internal static class Program
{
    private static void Main() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        using (var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (name, _) => name == "X-B" ? Encoding.UTF8 : Encoding.Latin1 })
        using (var client = new HttpClient(handler))
        using (var request = new HttpRequestMessage(new HttpMethod("GET"), "http://127.0.0.1:8765/v1/models"))
        {
            request.Headers.TryAddWithoutValidation("X-A", "ü " + Environment.GetEnvironmentVariable("QUERY_KEY"));
            request.Headers.TryAddWithoutValidation("X-B", "世 " + Environment.GetEnvironmentVariable("QUERY_KEY"));

            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine(await response.Content.ReadAsStringAsync());
                response.EnsureSuccessStatusCode();
            }
        }
    }
}
