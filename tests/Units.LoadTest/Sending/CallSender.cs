using Grpc.Core;
using Units.LoadTest.Load;

namespace Units.LoadTest.Sending;

/// <summary>Sends each report in a call of its own, all calls about a ward over the same connection.</summary>
internal sealed class CallSender(Connections connections, LoadPlan plan, ReportContent content, ReportLog log, Answers answers, InFlight inFlight) : ISender
{
    private static readonly TimeSpan WhileAway = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public void Send(int line) => _ = Call(line);

    /// <inheritdoc/>
    // Each call has a deadline, so that it ends.
    public Task Finish() => inFlight.None(CancellationToken.None);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task Call(int line)
    {
        int ward = log[line].Ward;
        V1.SubmitReportRequest message = new();
        content.Write(log, line, plan.Country.Units[ward].Id, message);
        answers.Sending(line);
        try
        {
            V1.ReportService.ReportServiceClient client = connections.Clients[ward % connections.Clients.Count].Reports;
            DateTime deadline = (TimeProvider.System.GetUtcNow() + plan.Patience).UtcDateTime;
            V1.SubmitReportResponse response = await client.SubmitReportAsync(message, deadline: deadline);
            answers.Acknowledge(line, response.Receipt.Sequence, response.Repeated);
        }
        catch (RpcException e)
        {
            if (e.StatusCode == StatusCode.Unavailable)
            {
                // Its place among those in flight stays taken for a moment: whoever sends as fast as it may would only heap up refusals.
                await Task.Delay(WhileAway, TimeProvider.System);
            }

            answers.Fail(line, e.StatusCode);
        }
    }
}
