using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

internal static class Program
{
    private static void Main() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        using (var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (name, _) => Encoding.UTF8 })
        using (var client = new HttpClient(handler))
        using (var request = new HttpRequestMessage(new HttpMethod("GET"), "http://127.0.0.1:8765/v1/models"))
        {
            request.Headers.TryAddWithoutValidation("X-Name", "世 \"x\" 'y' \\ \\n $HOME ${x} #{x} #$0 @{x} %s `z` )\"");

            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine(await response.Content.ReadAsStringAsync());
                response.EnsureSuccessStatusCode();
            }
        }
    }
}
