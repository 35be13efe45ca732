using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Units.Gateway.Errors;
using Xunit;

namespace Units.EndToEnd.Tests.Fuzz;

/// <summary>Sends mutated requests and judges each answer. The same seed sends the same requests.</summary>
internal sealed class FuzzRun(FuzzCountry country, string grpcUrl, string httpUrl, int seed) : IDisposable
{
    private const int Callers = 48;
    private const int Channels = 4;

    // Reports reach furthest into the system, so every third request is one.
    private const int ReportsOneIn = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly GrpcChannel[] _channels = [.. Enumerable.Range(0, Channels).Select(_ => GrpcChannel.ForAddress(grpcUrl))];
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Callers }) { Timeout = Patience };
    private readonly KeyValuePair<MethodDescriptor, List<IMessage>>[] _methods = [.. country.Requests];
    private readonly KeyValuePair<MethodDescriptor, List<IMessage>> _submit = country.Requests.Single(m => m.Key.Name == "SubmitReport");
    private int _next;

    /// <summary>How often each reason was given.</summary>
    public ConcurrentDictionary<string, int> Reasons { get; } = new();

    /// <summary>What was answered wrongly, with the number of the request.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();

    /// <summary>Reports that were taken in after all: the unit and the place in its journal.</summary>
    public ConcurrentDictionary<(string Unit, long Sequence), int> TakenIn { get; } = new();

    /// <summary>Requests that were answered with success or with a reason of the catalogue.</summary>
    public int Answered => Reasons.Values.Sum();

    /// <summary>Sends that many.</summary>
    public async Task Send(int count)
    {
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (int i = Interlocked.Increment(ref _next); i <= count && Wrong.Count < 20; i = Interlocked.Increment(ref _next))
            {
                await Send(i, caller);
            }
        })));
    }

    public void Dispose()
    {
        _http.Dispose();
        foreach (GrpcChannel channel in _channels)
        {
            channel.Dispose();
        }
    }

    private async Task Send(int index, int caller)
    {
        Random random = new(unchecked((seed * 1_000_003) + index));
        (MethodDescriptor method, List<IMessage> valid) = random.Next(ReportsOneIn) == 0 ? _submit : _methods[random.Next(_methods.Length)];
        IMessage message = method.InputType.Parser.ParseFrom(valid[random.Next(valid.Count)].ToByteString());
        int kind = random.Next(10);
        if (kind > 0)
        {
            new MessageMutator(random, country.Known).Mutate(message);
        }

        try
        {
            if (kind <= 2 && !method.IsClientStreaming && !method.IsServerStreaming && FuzzJson.CanBeWritten(message))
            {
                await OverJson(index, method, message, random);
            }
            else
            {
                byte[] bytes = message.ToByteArray();
                await OverGrpc(index, method, kind == 3 ? BytesMutator.Mutate(bytes, random) : bytes, _channels[caller % Channels]);
            }
        }
        catch (Exception e) when (e is not RpcException)
        {
            Note(index, method, $"{e.GetType().Name}: {e.Message}");
        }
    }

    private async Task OverGrpc(int index, MethodDescriptor method, byte[] request, GrpcChannel channel)
    {
        try
        {
            DateTime deadline = (TimeProvider.System.GetUtcNow() + Patience).UtcDateTime;
            byte[]? answer = await FuzzMethods.Call(channel.CreateCallInvoker(), method, request, deadline);
            if (method.Name == "SubmitReports" && answer is not null)
            {
                AcceptStreamed(index, method, V1.SubmitReportsResponse.Parser.ParseFrom(answer));
            }
            else
            {
                Accept(method, V1.SubmitReportResponse.Parser.ParseFrom, answer ?? []);
            }
        }
        catch (RpcException e)
        {
            Google.Rpc.Status? status = e.GetRpcStatus();
            Judge(index, method, e.StatusCode, status?.GetDetail<ErrorInfo>(), e.Status.Detail);
        }
    }

    private async Task OverJson(int index, MethodDescriptor method, IMessage message, Random random)
    {
        using HttpRequestMessage request = FuzzJson.Request(method, message, httpUrl, random);
        using HttpResponseMessage response = await _http.SendAsync(request);
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        if (response.StatusCode == HttpStatusCode.OK)
        {
            Accept(method, bytes => V1.SubmitReportResponse.Parser.ParseJson(System.Text.Encoding.UTF8.GetString(bytes)), body);
            return;
        }

        string text = System.Text.Encoding.UTF8.GetString(body);
        if (body.Length == 0)
        {
            Note(index, method, $"{request.Method} {request.RequestUri} answered {(int)response.StatusCode} without a body");
            return;
        }

        using JsonDocument status = JsonDocument.Parse(text);
        ErrorInfo? info = null;
        foreach (JsonElement detail in status.RootElement.GetProperty("details").EnumerateArray())
        {
            if (detail.GetProperty("@type").GetString() == "type.googleapis.com/google.rpc.ErrorInfo")
            {
                info = new ErrorInfo { Reason = detail.GetProperty("reason").GetString(), Domain = detail.GetProperty("domain").GetString() };
            }
        }

        Judge(index, method, (StatusCode)status.RootElement.GetProperty("code").GetInt32(), info, $"{request.RequestUri}: {text}");
    }

    private void Accept(MethodDescriptor method, Func<byte[], V1.SubmitReportResponse> parse, byte[] response)
    {
        Reasons.AddOrUpdate("OK", 1, (_, n) => n + 1);
        if (method.Name == nameof(V1.ReportService.ReportServiceClient.SubmitReport))
        {
            V1.SubmitReportResponse answer = parse(response);
            TakenIn.TryAdd((answer.Receipt.Unit, answer.Receipt.Sequence), 0);
        }
    }

    private void AcceptStreamed(int index, MethodDescriptor method, V1.SubmitReportsResponse answer)
    {
        if (answer.Error is { } error)
        {
            Judge(index, method, (StatusCode)error.Code, error.GetDetail<ErrorInfo>(), error.Message);
            return;
        }

        Reasons.AddOrUpdate("OK", 1, (_, n) => n + 1);
        TakenIn.TryAdd((answer.Receipt.Unit, answer.Receipt.Sequence), 0);
    }

    private void Judge(int index, MethodDescriptor method, StatusCode code, ErrorInfo? info, string text)
    {
        // The silo is there, so who says that it is not has misread what was wrong with the request.
        if (info is null || info.Domain != ErrorCatalogue.Domain || !ErrorCatalogue.All.TryGetValue(info.Reason, out ErrorKind? kind)
            || kind.Status != code || code == StatusCode.Internal || info.Reason == GatewayReasons.ClusterUnavailable)
        {
            Note(index, method, $"{code} {info?.Domain}/{info?.Reason}: {text}");
            return;
        }

        Reasons.AddOrUpdate(info.Reason, 1, (_, n) => n + 1);
    }

    private void Note(int index, MethodDescriptor method, string what) => Wrong.Enqueue($"seed {seed}, request {index}, {method.Name}: {what}");
}
