using Grpc.Core;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Checking;

/// <summary>Reads exact totals.</summary>
internal sealed class TotalsReader(Client client)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>One reading; null where the unit is not in step with those below it.</summary>
    public async Task<Reading?> TryRead(string unit, IEnumerable<string> measures, string range)
    {
        V1.GetTotalsRequest request = new() { Unit = unit, Range = range };
        request.Measures.AddRange(measures);
        try
        {
            return Reading.Of(await client.Totals.GetTotalsAsync(request, deadline: Client.In(Patience)));
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded || e.InnerException is IOException)
        {
            // Of a gateway that dies in the middle of its answer the client says that the answer is wrong.
            return null;
        }
    }

    /// <summary>Reads until the reading is right, and at least once after the moment from which it has to be; null where none was to be had.</summary>
    public async Task<Reading?> Read(string unit, IReadOnlyList<string> measures, string range, Func<Reading, bool> isRight, long mustBeRightFrom)
    {
        while (true)
        {
            bool isLast = System.Diagnostics.Stopwatch.GetTimestamp() >= mustBeRightFrom;
            Reading? reading = await TryRead(unit, measures, range);
            if (isLast || (reading is not null && isRight(reading)))
            {
                return reading;
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
