using Npgsql;
using Units.LoadTest.Load;

namespace Units.LoadTest.Compare;

/// <summary>Takes the usage of a contender once a second while a run measures, so that neither setting up nor checking counts.</summary>
/// <param name="contender">The process id of the contender.</param>
/// <param name="postmaster">The process id of the server.</param>
/// <param name="wal">A connection that asks how long the server's log is.</param>
/// <param name="from">When the run begins to measure: seconds after it begins to send.</param>
internal sealed class UsageMeter(int contender, int postmaster, NpgsqlConnection wal, double from) : IProgress<LoadProgress>
{
    private Usage? _first;
    private Usage _last;

    /// <inheritdoc/>
    public void Report(LoadProgress value)
    {
        if (value.Stage != "sending" || value.Seconds < from)
        {
            return;
        }

        _last = new Usage(value.Acknowledged, ProcessorTime.OfProcess(contender) + ProcessorTime.OfFamily(postmaster), WalBytes());
        _first ??= _last;
    }

    /// <summary>Processor time, in microseconds, and bytes of the log for each report that was acknowledged.</summary>
    /// <exception cref="InvalidOperationException">The run was too short for two samples with reports between them.</exception>
    public (double ProcessorUs, double WalBytes) PerReport()
    {
        if (_first is not { } first || _last.Acknowledged <= first.Acknowledged)
        {
            throw new InvalidOperationException("The run was too short to tell what a report costs: measure for at least three seconds.");
        }

        double reports = _last.Acknowledged - first.Acknowledged;
        return (1000 * (_last.ProcessorMs - first.ProcessorMs) / reports, (_last.WalBytes - first.WalBytes) / reports);
    }

    private long WalBytes()
    {
        using NpgsqlCommand command = new("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint", wal);
        return (long)command.ExecuteScalar()!;
    }
}
