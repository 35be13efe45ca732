using System.Globalization;
using Grpc.Core;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Planning;

/// <summary>Assigns, amends and allots beside the load, one call after the other, and each again under its id until it is answered.</summary>
internal sealed class PlanLoad(Client client, PlanEvidence evidence, int seed)
{
    private const string Source = "load-test";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Random _random = new(seed);
    private int _requests;

    /// <summary>Creates the units, the indicator and the plan.</summary>
    public async Task SetUp(CancellationToken stop)
    {
        await Create(evidence.City, null, stop);
        foreach (string ward in evidence.Wards)
        {
            await Create(ward, evidence.City, stop);
        }

        V1.Measure measure = new() { Id = evidence.Measure, Kind = V1.MeasureKind.Flow, DisplayName = evidence.Measure, UnitOfMeasure = "lượt" };
        await Again(call => client.Catalog.CreateMeasureAsync(new V1.CreateMeasureRequest { Measure = measure }, call), stop);
        V1.Indicator indicator = new()
        {
            Id = evidence.Indicator,
            Formula = V1.FormulaKind.Amount,
            Numerator = new V1.Term { Measure = evidence.Measure },
            DisplayName = evidence.Indicator,
        };
        await Again(call => client.Catalog.CreateIndicatorAsync(new V1.CreateIndicatorRequest { Indicator = indicator }, call), stop);
        await Draft(stop);
        await Issue(stop);
    }

    /// <summary>Goes on until the end; what was begun is then brought to its answer.</summary>
    public async Task Run(CancellationToken over, CancellationToken stop)
    {
        while (!over.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            switch (_random.Next(10))
            {
                case < 7:
                    await Assign(evidence.Wards[_random.Next(evidence.Wards.Count)], stop);
                    break;
                case < 9:
                    await Amend(stop);
                    break;
                default:
                    await Allot(stop);
                    break;
            }

            await Task.Delay(Pause, TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Assign(string ward, CancellationToken stop)
    {
        long figure = _random.Next(1_000_000);
        V1.AssignTargetRequest request = new() { Unit = ward, Source = Source, RequestId = NextId(), Target = Target(figure) };
        await Again(call => client.Plans.AssignTargetAsync(request, call), stop);
        evidence.Held[ward] = figure;
        evidence.Acknowledge(ward);
    }

    private async Task Draft(CancellationToken stop)
    {
        evidence.Whole = _random.Next(1_000_000);
        V1.DraftPlanRequest request = new()
        {
            Unit = evidence.City,
            Source = Source,
            RequestId = NextId(),
            Plan = evidence.Plan,
            Title = evidence.Plan,
            Range = PlanEvidence.Range,
            Targets = { Target(evidence.Whole) },
        };
        await Again(call => client.Plans.DraftPlanAsync(request, call), stop);
        Version();
    }

    private async Task Issue(CancellationToken stop)
    {
        V1.IssuePlanRequest request = new() { Unit = evidence.City, Source = Source, RequestId = NextId(), Plan = evidence.Plan, Decision = Decision() };
        await Again(call => client.Plans.IssuePlanAsync(request, call), stop);
        Version();
    }

    private async Task Amend(CancellationToken stop)
    {
        // A plan keeps so many versions and no more.
        if (evidence.Versions >= 190)
        {
            return;
        }

        long figure = _random.Next(1_000_000);
        V1.AmendPlanRequest request = new()
        {
            Unit = evidence.City,
            Source = Source,
            RequestId = NextId(),
            Plan = evidence.Plan,
            Decision = Decision(),
            Targets = { Target(figure) },
        };
        await Again(call => client.Plans.AmendPlanAsync(request, call), stop);
        evidence.Whole = figure;
        Version();
    }

    private async Task Allot(CancellationToken stop)
    {
        V1.AllotTargetRequest request = new()
        {
            Unit = evidence.City,
            Source = Source,
            RequestId = NextId(),
            Indicator = evidence.Indicator,
            Range = PlanEvidence.Range,
            Rule = V1.AllotmentRule.Equally,
        };
        V1.AllotTargetResponse response = await Again(call => client.Plans.AllotTargetAsync(request, call), stop);
        evidence.Acknowledge(evidence.City);
        foreach (V1.AllotmentPart part in response.Parts)
        {
            evidence.Held[part.Unit] = long.Parse(part.Lower, CultureInfo.InvariantCulture);
            evidence.Acknowledge(part.Unit);
        }
    }

    private Task<V1.CreateUnitResponse> Create(string id, string? parent, CancellationToken stop)
    {
        V1.Unit unit = new() { Id = id, Namings = { new V1.Naming { Kind = parent is null ? V1.UnitKind.City : V1.UnitKind.Ward, Name = id } } };
        if (parent is not null)
        {
            unit.Edges.Add(new V1.Edge { From = "1900-01", Parent = parent });
        }

        return Again(call => client.Units.CreateUnitAsync(new V1.CreateUnitRequest { Unit = unit }, call), stop);
    }

    private void Version()
    {
        evidence.Versions++;
        evidence.Acknowledge(evidence.City);
    }

    private V1.Target Target(long figure) => new()
    {
        Indicator = evidence.Indicator,
        Range = PlanEvidence.Range,
        Kind = V1.TargetKind.AtLeast,
        Lower = figure.ToString(CultureInfo.InvariantCulture),
    };

    // Later decisions have higher numbers: each amendment is the latest.
    private V1.Decision Decision() => new() { Number = string.Create(CultureInfo.InvariantCulture, $"{_requests}/QĐ"), Date = "2025-01-01", Issuer = Source };

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"plans-{++_requests}");

    private static async Task<T> Again<T>(Func<CallOptions, AsyncUnaryCall<T>> send, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await send(new CallOptions(deadline: Client.In(Patience), cancellationToken: stop));
            }
            catch (RpcException e) when (!stop.IsCancellationRequested
                && e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted or StatusCode.Aborted or StatusCode.Cancelled)
            {
                await Task.Delay(Pause, TimeProvider.System, stop);
            }
        }
    }
}
