using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Units.LoadTest.Contenders.Directory;
using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Services;

/// <summary>Reads totals of measures, once or again and again.</summary>
internal sealed class TotalEndpoint(ILedger ledger, ReportReader reader, TimeProvider time) : V1.TotalService.TotalServiceBase
{
    // As often as the product's hub asks: a screen tells no difference below.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(4);

    /// <inheritdoc/>
    public override async Task<V1.GetTotalsResponse> GetTotals(V1.GetTotalsRequest request, ServerCallContext context) =>
        await Read(await Parse(request.Unit, request.Measures, request.Range));

    /// <inheritdoc/>
    public override async Task WatchTotals(
        V1.WatchTotalsRequest request, IServerStreamWriter<V1.WatchTotalsResponse> responseStream, ServerCallContext context)
    {
        List<Question> questions = [];
        foreach (string unit in request.Units)
        {
            questions.Add(await Parse(unit, request.Measures, request.Range));
        }

        try
        {
            await Watch(questions, responseStream, context.CancellationToken);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            // The watcher has gone, which is how a watch ends.
        }
    }

    private async Task Watch(List<Question> questions, IServerStreamWriter<V1.WatchTotalsResponse> responses, CancellationToken cancellation)
    {
        long[] shown = new long[questions.Count];
        Array.Fill(shown, -1);
        long beaten = time.GetTimestamp();
        using PeriodicTimer timer = new(Look, time);
        do
        {
            for (int i = 0; i < questions.Count; i++)
            {
                V1.GetTotalsResponse totals = await Read(questions[i]);
                if (totals.Version.N > shown[i])
                {
                    shown[i] = totals.Version.N;
                    beaten = time.GetTimestamp();
                    await responses.WriteAsync(new V1.WatchTotalsResponse { Totals = totals }, cancellation);
                }
            }

            if (time.GetElapsedTime(beaten) > Beat)
            {
                beaten = time.GetTimestamp();
                V1.Heartbeat heartbeat = new() { ServerTime = Timestamp.FromDateTimeOffset(time.GetUtcNow()), Lag = Duration.FromTimeSpan(Look) };
                await responses.WriteAsync(new V1.WatchTotalsResponse { Heartbeat = heartbeat }, cancellation);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    private async Task<V1.GetTotalsResponse> Read(Question question)
    {
        CellTotal[] totals = await ledger.Read(question.Unit, question.Measures, question.Range);
        V1.GetTotalsResponse response = new()
        {
            Unit = question.Unit.Id,
            Range = question.Range.ToString(),
            // Every entry adds a statement, so their count names a content and only grows.
            Version = new V1.Version { N = totals.Sum(total => total.Statements) },
        };
        for (int i = 0; i < totals.Length; i++)
        {
            KnownMeasure measure = question.Measures[i];
            response.Measures.Add(new V1.MeasureTotal
            {
                Measure = measure.Id,
                Value = totals[i].Statements == 0 ? "" : DecimalText.Format(new Amount(totals[i].Amount), measure.Scale),
                Reported = totals[i].Statements > 0,
                Statements = totals[i].Statements,
            });
        }

        return response;
    }

    private async Task<Question> Parse(string unit, IEnumerable<string> measures, string text)
    {
        if (!MonthRange.TryParse(text, out MonthRange range))
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, $"range is '{text}', and a contender reads 2025, 2025-07 or 2025-01/2025-06."));
        }

        List<KnownMeasure> known = [];
        foreach (string measure in measures)
        {
            known.Add(await reader.RequireMeasure(measure));
        }

        return new Question(await reader.RequireUnit(unit), known, range);
    }

    private sealed record Question(KnownUnit Unit, IReadOnlyList<KnownMeasure> Measures, MonthRange Range);
}
