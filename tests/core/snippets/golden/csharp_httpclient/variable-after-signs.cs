using System;
using System.Net.Http;
using System.Threading.Tasks;

internal static class Program
{
    private static void Main() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        using (var client = new HttpClient())
        using (var request = new HttpRequestMessage(new HttpMethod("GET"), "http://127.0.0.1:8765/v1/models"))
        {
            request.Headers.TryAddWithoutValidation("X-A", "#" + Environment.GetEnvironmentVariable("QUERY_KEY") + " $" + Environment.GetEnvironmentVariable("QUERY_KEY") + @"{x} \" + Environment.GetEnvironmentVariable("QUERY_KEY") + @"\n %" + Environment.GetEnvironmentVariable("QUERY_KEY") + "% @" + Environment.GetEnvironmentVariable("QUERY_KEY") + "_x[0]");

            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine(await response.Content.ReadAsStringAsync());
                response.EnsureSuccessStatusCode();
            }
        }
    }
}
