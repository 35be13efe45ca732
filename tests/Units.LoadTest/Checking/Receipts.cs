using Grpc.Core;
using Units.LoadTest.Load;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Checking;

/// <summary>Asks for receipts, many at a time.</summary>
internal sealed class Receipts(Client client, Evidence evidence)
{
    private const int AtATime = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Gives the receipt of each report to <paramref name="take"/>, from several threads; null where there is none.</summary>
    public Task Ask(IReadOnlyCollection<int> lines, Action<int, V1.Receipt?> take) => Parallel.ForEachAsync(
        lines,
        new ParallelOptions { MaxDegreeOfParallelism = AtATime },
        async (line, _) => take(line, await Ask(line)));

    private async Task<V1.Receipt?> Ask(int line)
    {
        SentReport report = evidence.Log[line];
        V1.GetReceiptRequest request = new()
        {
            Unit = evidence.Country.Units[report.Ward].Id,
            Source = ReportContent.Source,
            ReportId = evidence.Content.Id(report),
        };
        DateTime deadline = Client.In(Patience);
        while (true)
        {
            try
            {
                return (await client.Reports.GetReceiptAsync(request, deadline: deadline)).Receipt;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
            {
                return null;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
            {
                // It is on its way back, and then knows every report it ever took in; the deadline ends the wait.
                await Task.Delay(Pause, TimeProvider.System);
            }
        }
    }
}
