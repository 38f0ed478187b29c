// Runs the program that it is asked for, and stands in for what .NET Core 3.1 does not have.

using System;
using System.Reflection;

internal static class Driver
{
    private static void Main(string[] arguments)
    {
        var program = Type.GetType(arguments[0] + ".Program");
        program.GetMethod("Main", BindingFlags.NonPublic | BindingFlags.Static).Invoke(null, null);
    }
}

namespace StandIns
{
    using System.IO;
    using System.Linq;
    using System.Net;
    using System.Net.Http;
    using System.Net.Http.Headers;
    using System.Net.Sockets;
    using System.Text;
    using System.Threading;
    using System.Threading.Tasks;

    internal class UriCreationOptions
    {
        public bool DangerousDisablePathAndQueryCanonicalization { get; set; }
    }

    // .NET 6: a Uri that keeps path and query as they are written.
    internal class Uri : System.Uri
    {
        // PathNotCanonical, QueryNotCanonical, the same of the escaped form, ShouldBeCompressed.
        private const ulong Respelling = 0x10 | 0x20 | 0x400 | 0x800 | 0x2000;

        public Uri(string text, UriCreationOptions options) : base(text)
        {
            var parsed = PathAndQuery;
            var flags = Field(this, "m_Flags", "_flags");
            flags.SetValue(this, Enum.ToObject(flags.FieldType, Convert.ToUInt64(flags.GetValue(this)) & ~Respelling));
            Field(this, "m_String", "_string").SetValue(this, text);
            var info = Field(this, "m_Info", "_info").GetValue(this);
            var offset = Field(info, "Offset").GetValue(info);
            var query = text.IndexOf('?');
            SetOffset(offset, "Query", query < 0 ? text.Length : query);
            SetOffset(offset, "Fragment", text.Length);
            SetOffset(offset, "End", text.Length);
            Field(info, "Offset").SetValue(info, offset);
        }

        private static void SetOffset(object offset, string name, int value)
        {
            var field = Field(offset, name);
            field.SetValue(offset, Convert.ChangeType(value, field.FieldType));
        }

        private static FieldInfo Field(object owner, params string[] names)
        {
            var type = owner is System.Uri ? typeof(System.Uri) : owner.GetType();
            return names
                .Select(name => type.GetField(name, BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance))
                .First(field => field != null);
        }
    }

    internal static class Latin
    {
        public static System.Text.Encoding Latin1 => System.Text.Encoding.GetEncoding("iso-8859-1");

        public static System.Text.Encoding UTF8 => new UTF8Encoding(false);
    }

    // .NET 5: header fields in another encoding than ASCII. This one knows http alone.
    internal class SocketsHttpHandler : HttpMessageHandler
    {
        public Func<string, HttpRequestMessage, System.Text.Encoding> RequestHeaderEncodingSelector { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
        {
            using (var client = new TcpClient(request.RequestUri.Host, request.RequestUri.Port))
            {
                var stream = client.GetStream();
                Write(stream, request.Method + " " + request.RequestUri.PathAndQuery + " HTTP/1.1\r\n", Latin.UTF8);
                if (request.Headers.Host == null)
                {
                    Write(stream, "Host: " + request.RequestUri.Authority + "\r\n", Latin.UTF8);
                }
                var content = new byte[0];
                WriteFields(stream, request.Headers, request);
                if (request.Content != null)
                {
                    content = await request.Content.ReadAsByteArrayAsync();
                    // To be asked for is what makes the length a field.
                    var length = request.Content.Headers.ContentLength;
                    WriteFields(stream, request.Content.Headers, request);
                }
                Write(stream, "\r\n", Latin.UTF8);
                stream.Write(content, 0, content.Length);
                var answer = await new StreamReader(stream).ReadToEndAsync();
                var body = answer.Substring(answer.IndexOf("\r\n\r\n") + 4);
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) };
            }
        }

        private void WriteFields(Stream stream, HttpHeaders fields, HttpRequestMessage request)
        {
            foreach (var field in fields)
            {
                var encoding = RequestHeaderEncodingSelector(field.Key, request);
                Write(stream, field.Key + ": " + string.Join(", ", field.Value) + "\r\n", encoding);
            }
        }

        private static void Write(Stream stream, string text, System.Text.Encoding encoding)
        {
            var bytes = encoding.GetBytes(text);
            stream.Write(bytes, 0, bytes.Length);
        }
    }
}
