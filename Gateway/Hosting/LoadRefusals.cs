using System.Collections.Concurrent;
using System.IO.Pipelines;
using Units.Gateway.Errors;

namespace Units.Gateway.Hosting;

/// <summary>
/// Refuses what is too much. There is a lot of that where there is any: each refusal is worded once, and logged by number, a line a second for each reason, so that who
/// floods us gets neither our time nor our log.
/// </summary>
internal sealed class LoadRefusals(TimeProvider time, ILogger<LoadRefusals> logger)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Reason, string Limit, Language), GrpcStatusHeaders> _worded = new();

    /// <summary>True of a reason that is about how much is asked, and not about what.</summary>
    public static bool IsAboutLoad(string reason) => reason is GatewayReasons.TooManyAtOnce or GatewayReasons.TooManyReports or GatewayReasons.TooManyCalls;

    /// <summary>Writes the refusal, and counts it. One reason and limit have the same words each time; limits are what was configured, or sizes of
    /// <see cref="AdmissionWindow"/>, of which there are some hundreds.</summary>
    public Task Write(HttpContext context, RefusedException refused)
    {
        Count(refused.Reason);
        if (!CallFormat.IsGrpc(context.Request))
        {
            return RefusalResponse.Write(context, refused);
        }

        Language language = Languages.Choose(context.Request.Headers.AcceptLanguage.ToArray()!);
        (string Reason, string, Language) key = (refused.Reason, refused.Arguments is [string limit, ..] ? limit : "", language);
        if (!_worded.TryGetValue(key, out GrpcStatusHeaders worded))
        {
            worded = GrpcStatusHeaders.Of(ErrorStatus.Of(refused, language, ErrorStatus.MaxTrailerBytes));
            _worded[key] = worded;
        }

        Discard(context.Request.BodyReader);
        RefusalResponse.Write(context, worded);
        return Task.CompletedTask;
    }

    // What has come already is taken off the stream, which else would have to be reset, and could not be used again for the next call.
    private static void Discard(PipeReader body)
    {
        if (body.TryRead(out ReadResult read))
        {
            body.AdvanceTo(read.Buffer.End);
        }
    }

    private void Count(string reason)
    {
        Tally tally = _tallies.GetOrAdd(reason, _ => new Tally());
        Interlocked.Increment(ref tally.Count);
        long now = time.GetTimestamp();
        long said = Interlocked.Read(ref tally.SaidAt);
        if ((said == 0 || time.GetElapsedTime(said, now) >= Between) && Interlocked.CompareExchange(ref tally.SaidAt, now, said) == said)
        {
            logger.TooMuch(reason, Interlocked.Exchange(ref tally.Count, 0));
        }
    }

    private sealed class Tally
    {
        public long Count;
        public long SaidAt;
    }
}
