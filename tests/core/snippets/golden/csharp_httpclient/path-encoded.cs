using System;
using System.Net.Http;
using System.Threading.Tasks;

internal static class Program
{
    private static void Main() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        using (var client = new HttpClient())
        using (var request = new HttpRequestMessage(new HttpMethod("GET"), new Uri("http://127.0.0.1:8765/a%2Fb/%7Euser/%41/c%20d;v=1,2/@me:go", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })))
        {
            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine(await response.Content.ReadAsStringAsync());
                response.EnsureSuccessStatusCode();
            }
        }
    }
}
