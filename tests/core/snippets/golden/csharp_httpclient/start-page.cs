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
        using (var request = new HttpRequestMessage(new HttpMethod("POST"), "http://127.0.0.1:8765/v1/chat/completions"))
        {
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Environment.GetEnvironmentVariable("YOUR_API_KEY"));
            var body = @"{
  ""model"": ""gpt-4o"",
  ""messages"": [
    {
      ""role"": ""system"",
      ""content"": ""You are a helpful math tutor. Guide the user through the solution step by step.""
    },
    {
      ""role"": ""user"",
      ""content"": ""how can I solve 8x + 7 = -23""
    }
  ],
  ""response_format"": {
    ""type"": ""json_schema"",
    ""json_schema"": {
      ""name"": ""math_reasoning"",
      ""schema"": {
        ""type"": ""object"",
        ""properties"": {
          ""steps"": {
            ""type"": ""array"",
            ""items"": {
              ""type"": ""object"",
              ""properties"": {
                ""explanation"": {
                  ""type"": ""string""
                },
                ""output"": {
                  ""type"": ""string""
                }
              },
              ""required"": [
                ""explanation"",
                ""output""
              ],
              ""additionalProperties"": false
            }
          },
          ""final_answer"": {
            ""type"": ""string""
          }
        },
        ""required"": [
          ""steps"",
          ""final_answer""
        ],
        ""additionalProperties"": false
      },
      ""strict"": true
    }
  }
}";
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");

            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine(await response.Content.ReadAsStringAsync());
                response.EnsureSuccessStatusCode();
            }
        }
    }
}
