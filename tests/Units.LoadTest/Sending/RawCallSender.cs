using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Grpc.Core;
using Units.LoadTest.Load;

namespace Units.LoadTest.Sending;

/// <summary>
/// Sends each report in a call of its own, as <see cref="CallSender"/>, with little more than HTTP/2 itself: the generator shares the machine with what it measures, and where
/// most calls are refused a client that makes an object and an exception of each would be most of the load.
/// </summary>
internal sealed class RawCallSender : ISender
{
    private const string Path = "/units.v1.ReportService/SubmitReport";
    private const string Status = "grpc-status";
    private const string Details = "grpc-status-details-bin";

    // Before each message: whether it is compressed, and its length.
    private const int Prefix = 5;

    // The server ends a call that takes longer than its deadline; this is for one that does not.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly MediaTypeHeaderValue Grpc = new("application/grpc");

    private readonly (HttpMessageInvoker Http, Uri Address)[] _connections;
    private readonly LoadPlan _plan;
    private readonly ReportContent _content;
    private readonly ReportLog _log;
    private readonly Answers _answers;
    private readonly FailureLog _failures;
    private readonly InFlight _inFlight;
    private readonly string _timeout;

    // One thread sends.
    private readonly V1.SubmitReportRequest _message = new();

    /// <summary>Sends over connections of its own, dealt out to the gateways in turn.</summary>
    public RawCallSender(LoadPlan plan, ReportContent content, ReportLog log, Answers answers, FailureLog failures, InFlight inFlight)
    {
        (_plan, _content, _log, _answers, _failures, _inFlight) = (plan, content, log, answers, failures, inFlight);
        _timeout = string.Create(CultureInfo.InvariantCulture, $"{plan.Patience.TotalMilliseconds:0}m");
        _connections = [.. Enumerable.Range(0, plan.Connections).Select(i => (
            new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null }),
            new Uri(new Uri(plan.Gateways[i % plan.Gateways.Count]), Path)))];
    }

    /// <inheritdoc/>
    public void Send(int line)
    {
        int ward = _log[line].Ward;
        _content.Write(_log, line, _plan.Country.Units[ward].Id, _message);
        byte[] framed = new byte[Prefix + _message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), framed.Length - Prefix);
        _message.WriteTo(framed.AsSpan(Prefix));
        _answers.Sending(line);
        _ = Call(line, _connections[ward % _connections.Length], framed);
    }

    /// <inheritdoc/>
    // Each call has a deadline, so that it ends.
    public Task Finish() => _inFlight.None(CancellationToken.None);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach ((HttpMessageInvoker http, _) in _connections)
        {
            http.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async Task Call(int line, (HttpMessageInvoker Http, Uri Address) connection, byte[] framed)
    {
        try
        {
            using CancellationTokenSource late = new(_plan.Patience + Grace, TimeProvider.System);
            using HttpRequestMessage request = new(HttpMethod.Post, connection.Address)
            {
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                Content = new ByteArrayContent(framed) { Headers = { ContentType = Grpc } },
            };
            request.Headers.TryAddWithoutValidation("te", "trailers");
            request.Headers.TryAddWithoutValidation("grpc-timeout", _timeout);
            using HttpResponseMessage response = await connection.Http.SendAsync(request, late.Token);
            if (StatusIn(response.Headers) is { } refused)
            {
                Refused(line, refused, response.Headers);
                return;
            }

            byte[] body = await response.Content.ReadAsByteArrayAsync(late.Token);
            StatusCode status = StatusIn(response.TrailingHeaders) ?? StatusCode.Unknown;
            if (status == StatusCode.OK)
            {
                V1.SubmitReportResponse answer = V1.SubmitReportResponse.Parser.ParseFrom(body.AsSpan(Prefix));
                _answers.Acknowledge(line, answer.Receipt.Sequence, answer.Repeated);
            }
            else
            {
                Refused(line, status, response.TrailingHeaders);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            _answers.Fail(line, StatusCode.Unavailable);
        }
    }

    private void Refused(int line, StatusCode status, HttpResponseHeaders headers)
    {
        if (status == StatusCode.ResourceExhausted && !(headers.TryGetValues(Details, out IEnumerable<string>? details) && RetryHint.IsIn(details.First())))
        {
            _failures.AddWithoutRetry();
        }

        _answers.Fail(line, status);
    }

    private static StatusCode? StatusIn(HttpResponseHeaders headers) =>
        headers.TryGetValues(Status, out IEnumerable<string>? values) ? (StatusCode)int.Parse(values.First(), CultureInfo.InvariantCulture) : null;
}
