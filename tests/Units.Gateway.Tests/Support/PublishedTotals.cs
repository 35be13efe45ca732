using System.Collections.Immutable;

namespace Units.Gateway.Tests.Support;

/// <summary>A unit's total as a test publishes it, and the calls that wait for something newer.</summary>
internal sealed class PublishedTotals(FakeUnit unit)
{
    private static readonly TimeSpan NothingNewerAfter = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private UnitVersion _version = new(1, 1);
    private SumReading _sum = new(new Amount(1), 1, Amount.Zero, 0);
    private bool _inStep = true;
    private int _calls;

    /// <summary>How often the unit was asked.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Every sum is this from now on, under this version.</summary>
    public void Publish(UnitVersion version, long amount)
    {
        lock (_gate)
        {
            _version = version;
            _sum = new SumReading(new Amount(amount), 1, Amount.Zero, 0);
            Change();
        }
    }

    /// <summary>The unit is in step, or is not.</summary>
    public void InStep(bool inStep)
    {
        lock (_gate)
        {
            _inStep = inStep;
            Change();
        }
    }

    /// <summary>Answers as a unit does.</summary>
    public async Task<WatchReading> Watch(WatchQuery query, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _calls);
        Task changed;
        lock (_gate)
        {
            if (!_inStep || query.NewerThan is not { } known || _version > known)
            {
                return Read(query);
            }

            changed = _changed.Task;
        }

        await Task.WhenAny(changed, Task.Delay(NothingNewerAfter, TimeProvider.System, cancellation));
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Read(query);
        }
    }

    private void Change()
    {
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private WatchReading Read(WatchQuery query) => new()
    {
        Unit = unit.Id,
        Version = _version,
        InStep = _inStep,
        Missing = _inStep ? [] : [new UnitId("cam-tay")],
        Parts = !_inStep || query.NewerThan >= _version ? [] : [.. query.Parts.Select(Part)],
    };

    private UnitTotals Part(TotalsQuery query) => new()
    {
        Unit = unit.Id,
        Version = _version,
        InStep = true,
        Sums = [.. query.Sums.Select(_ => _sum)],
        Children = query.ByChild ? [new ChildTotals(new UnitId("cam-tay"), _version, [.. query.Sums.Select(_ => _sum)], [])] : [],
    };
}
