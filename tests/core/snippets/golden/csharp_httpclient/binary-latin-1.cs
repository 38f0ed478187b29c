using System;
using System.Net.Http;
using System.Threading.Tasks;

internal static class Program
{
    private static void Main() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        using (var client = new HttpClient())
        using (var request = new HttpRequestMessage(new HttpMethod("POST"), "http://127.0.0.1:8765/v1/upload"))
        {
            request.Content = new ByteArrayContent(Convert.FromBase64String("Z3L832U="));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "text/plain; charset=iso-8859-1");

            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine(await response.Content.ReadAsStringAsync());
                response.EnsureSuccessStatusCode();
            }
        }
    }
}
