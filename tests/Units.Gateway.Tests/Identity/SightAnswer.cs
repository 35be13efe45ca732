using System.Net.Http.Headers;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Units.Gateway.Messages;

namespace Units.Gateway.Tests.Identity;

/// <summary>All that a caller hears, down to the last trailer; of a stream its first message.</summary>
/// <param name="Refused">True for a refusal.</param>
/// <param name="Text">Status, headers, trailers, details and content.</param>
internal sealed record SightAnswer(bool Refused, string Text)
{
    private static readonly Marshaller<byte[]> Raw = Marshallers.Create(bytes => bytes, bytes => bytes);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The answer without the name that was in the question.</summary>
    public string Without(string name) => Text.Replace(name, "@", StringComparison.Ordinal);

    public static async Task<SightAnswer> OverGrpc(GrpcChannel channel, SightCall call, string unit, string token)
    {
        string[] name = call.Method.Split('/');
        Method<byte[], byte[]> method = new(call.Type, "units.v1." + name[0], name[1], Raw, Raw);
        CallOptions options = new(IdentityHost.With(token), cancellationToken: Cancellation);
        CallInvoker invoker = channel.CreateCallInvoker();
        byte[] request = call.Request(unit).ToByteArray();
        try
        {
            switch (call.Type)
            {
                case MethodType.Unary:
                    return new SightAnswer(false, Encoding.Latin1.GetString(await invoker.AsyncUnaryCall(method, null, options, request)));
                case MethodType.ServerStreaming:
                    using (AsyncServerStreamingCall<byte[]> watch = invoker.AsyncServerStreamingCall(method, null, options, request))
                    {
                        Assert.True(await watch.ResponseStream.MoveNext(Cancellation));
                        return new SightAnswer(false, Encoding.Latin1.GetString(watch.ResponseStream.Current));
                    }

                default:
                    using (AsyncDuplexStreamingCall<byte[], byte[]> stream = invoker.AsyncDuplexStreamingCall(method, null, options))
                    {
                        await Send(stream, request);
                        Assert.True(await stream.ResponseStream.MoveNext(Cancellation));
                        V1.SubmitReportsResponse response = V1.SubmitReportsResponse.Parser.ParseFrom(stream.ResponseStream.Current);
                        return new SightAnswer(response.Error is not null, ProtoJson.Write(response));
                    }
            }
        }
        catch (RpcException refused)
        {
            IEnumerable<string> trailers = refused.Trailers.Where(t => t.Key != "date").Select(t => t.IsBinary
                ? $"{t.Key}: {ProtoJson.Write(Google.Rpc.Status.Parser.ParseFrom(t.ValueBytes))}"
                : $"{t.Key}: {t.Value}");
            return new SightAnswer(true, $"{refused.StatusCode} {refused.Status.Detail}\n{string.Join('\n', trailers.Order(StringComparer.Ordinal))}");
        }
    }

    private static async Task Send(AsyncDuplexStreamingCall<byte[], byte[]> stream, byte[] request)
    {
        try
        {
            await stream.RequestStream.WriteAsync(request, Cancellation);
            await stream.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // A stream that is refused may be over before it is written to: why, is read from it.
        }
    }

    public static async Task<SightAnswer> OverJson(HttpClient http, SightCall call, string unit, string token)
    {
        using HttpRequestMessage request = new(call.Body is null ? HttpMethod.Get : HttpMethod.Post, call.Path(unit));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = call.Body is null ? null : new StringContent(JsonFormatter.Default.Format(call.Body(unit)), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        if (response.IsSuccessStatusCode && call.Type == MethodType.ServerStreaming)
        {
            using StreamReader lines = new(await response.Content.ReadAsStreamAsync(Cancellation));
            return new SightAnswer(false, await lines.ReadLineAsync(Cancellation) ?? "");
        }

        IEnumerable<string> headers = response.Headers.Concat(response.Content.Headers).Where(h => h.Key != "Date")
            .Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal);
        string body = await response.Content.ReadAsStringAsync(Cancellation);
        return new SightAnswer(!response.IsSuccessStatusCode, $"{response.StatusCode}\n{string.Join('\n', headers)}\n{body}");
    }
}
