using Grpc.Core;
using Units.LoadTest.Countries;
using Units.LoadTest.Load;

namespace Units.LoadTest.Sending;

/// <summary>Creates through the public API what a run needs. What is there already stays.</summary>
internal static class CountrySetup
{
    private const int AtATime = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Creates the units, parents before children.</summary>
    /// <returns>Whether each was created now, by its place.</returns>
    public static async Task<bool[]> CreateUnits(Client client, Country country, CancellationToken stop)
    {
        bool[] created = new bool[country.Units.Count];
        foreach (IGrouping<int, int> level in Enumerable.Range(0, created.Length).GroupBy(unit => country.Above(unit).Count()).OrderBy(g => g.Key))
        {
            await Parallel.ForEachAsync(
                level,
                new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stop },
                async (unit, cancellation) => created[unit] = await Create(client, country, unit, cancellation));
        }

        return created;
    }

    /// <summary>Creates the measures of a run.</summary>
    public static Task CreateMeasures(Client client, RunMeasures measures, CancellationToken stop) => Parallel.ForEachAsync(
        measures.Ids,
        new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stop },
        async (id, cancellation) =>
        {
            V1.Measure measure = new() { Id = id, Kind = V1.MeasureKind.Flow, DisplayName = id, UnitOfMeasure = "lượt" };
            await client.Catalog.CreateMeasureAsync(
                new V1.CreateMeasureRequest { Measure = measure }, deadline: Client.In(Patience), cancellationToken: cancellation);
        });

    private static async Task<bool> Create(Client client, Country country, int place, CancellationToken cancellation)
    {
        CountryUnit unit = country.Units[place];
        V1.Unit message = new() { Id = unit.Id, Namings = { new V1.Naming { Kind = unit.Kind, Name = unit.Name } } };
        if (unit.Parent >= 0)
        {
            message.Edges.Add(new V1.Edge { From = "1900-01", Parent = country.Units[unit.Parent].Id });
        }

        try
        {
            V1.CreateUnitRequest request = new() { Unit = message };
            return (await client.Units.CreateUnitAsync(request, deadline: Client.In(Patience), cancellationToken: cancellation)).Created;
        }
        catch (RpcException e) when (e.StatusCode != StatusCode.Cancelled)
        {
            throw new InvalidOperationException($"The unit {unit.Id} of {country.Name} could not be created: {e.Status.StatusCode}, {e.Status.Detail}", e);
        }
    }
}
