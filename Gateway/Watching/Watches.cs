using System.Globalization;
using Grpc.Core;
using Units.Gateway.Errors;
using Units.Gateway.Identity;
using Units.Gateway.Requests;

namespace Units.Gateway.Watching;

/// <summary>Runs a watch from its parsed request to its end, over gRPC, as JSON lines or as Server-Sent Events.</summary>
internal sealed class Watches(WatchHub hub, IGrainFactory grains, TimeProvider time)
{
    private const string LastEventId = "Last-Event-ID";

    private static readonly TimeSpan MaxInterval = TimeSpan.FromHours(1);

    private Task<Guid>? _ledger;

    /// <summary>The pause between two messages with totals that a request asks for.</summary>
    public static TimeSpan MinInterval(Google.Protobuf.WellKnownTypes.Duration? asked, Violations found)
    {
        if (asked is null)
        {
            return TimeSpan.Zero;
        }

        double seconds = asked.Seconds + (asked.Nanos / 1e9);
        if (seconds < 0 || seconds > MaxInterval.TotalSeconds)
        {
            found.Add(GatewayReasons.NumberOutOfRange, "min_interval", seconds.ToString("R", CultureInfo.InvariantCulture) + "s", "0s", "3600s");
            return TimeSpan.Zero;
        }

        return TimeSpan.FromSeconds(seconds);
    }

    /// <summary>Watches units with one question until the caller goes.</summary>
    /// <param name="units">The units, in the order of the request.</param>
    /// <param name="question">The question.</param>
    /// <param name="token">The resume token of the request; empty for none.</param>
    /// <param name="minInterval">The least time between two messages with totals.</param>
    /// <param name="context">The call.</param>
    public async Task Run(IReadOnlyList<UnitId> units, WatchQuestion question, string token, TimeSpan minInterval, ServerCallContext context)
    {
        HttpContext http = context.GetHttpContext();
        bool isGrpc = Hosting.CallFormat.IsGrpc(http.Request);
        if (!isGrpc && http.Request.Headers[LastEventId].ToString() is { Length: > 0 } last)
        {
            // A browser comes back with the address it began with: what the header names is later than a token there.
            token = last;
        }

        WatchWriter writer = isGrpc ? new GrpcWatchWriter(http.Response, context)
            : http.Request.Headers.Accept.ToString().Contains(SseWatchWriter.ContentType, StringComparison.OrdinalIgnoreCase) ? new SseWatchWriter(http.Response)
            : new JsonWatchWriter(http.Response);
        await Run([.. units.Select(unit => (unit, question))], token, WatchPace.Of(minInterval), writer, http, context.CancellationToken);
    }

    /// <summary>Watches until the caller goes.</summary>
    /// <param name="asked">Units, each with what is asked about it, in the order of the request.</param>
    /// <param name="token">The resume token of the request; empty for none.</param>
    /// <param name="pace">How often it is sent totals at the most.</param>
    /// <param name="writer">Where it goes.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task Run(
        IReadOnlyList<(UnitId Unit, WatchQuestion Question)> asked, string token, WatchPace pace, WatchWriter writer, HttpContext http,
        CancellationToken cancellation)
    {
        string about = $"{string.Join('|', asked.Select(a => a.Question.Key).Distinct())}|{string.Join(',', asked.Select(a => a.Unit))}";
        byte[] head = ResumeTokens.Head(await LedgerId().WaitAsync(cancellation), about);
        UnitVersion?[]? known = token.Length == 0 ? null : ResumeTokens.Read(head, token, asked.Count)
            ?? throw new RefusedException([new Violation(GatewayReasons.BadResumeToken, "resume_token", token, [])]);
        Watcher watcher = new(head, pace, time);
        watcher.Subscriptions = [.. asked.Select((a, i) => new Subscription(watcher, a.Unit, a.Question, known?[i]))];
        // A page is open for hours: what it was asked by, with all that was read for it, is not kept so long.
        asked = [];
        using IDisposable? counted = http.Features.Get<Client>()?.EnterWatch();
        Caller caller = http.Features.Get<Caller>() ?? throw new InvalidOperationException("A watch was reached without its caller being known.");
        await using ITimer? onExpiry = caller.AtEnd(time, () => watcher.End(new RefusedException(GatewayReasons.TokenExpired)));
        await Run(watcher, writer, http, cancellation);
    }

    private async Task Run(Watcher watcher, WatchWriter writer, HttpContext http, CancellationToken cancellation)
    {
        CancellationTokenRegistration cut = hub.Cut.Register(http.Abort);
        http.Response.OnCompleted(() => cut.DisposeAsync().AsTask());
        try
        {
            hub.Join(watcher);
            await watcher.Run(writer, cancellation);
        }
        catch (RefusedException refused) when (http.Response.HasStarted)
        {
            Language language = Languages.Choose(http.Request.Headers.AcceptLanguage.ToArray()!);
            if (!await writer.Fail(ErrorStatus.Of(refused, language, ErrorStatus.MaxTrailerBytes)))
            {
                throw;
            }
        }
        finally
        {
            hub.Leave(watcher);
        }
    }

    private Task<Guid> LedgerId()
    {
        if (_ledger is { IsFaulted: false } known)
        {
            return known;
        }

        return _ledger = grains.GetGrain<IRegistryGrain>(0).GetLedgerId();
    }
}
