using System.Globalization;
using System.Net;
using System.Text.Json;
using Units.EndToEnd.Tests.Support;
using Units.Silo;
using Units.Silo.SampleData;
using Xunit;

namespace Units.EndToEnd.Tests;

/// <summary>What a newcomer sees: a first start with the sample data, the line to try, and a second start.</summary>
public sealed class SampleDataRunTests(Databases databases)
{
    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task The_first_start_loads_the_sample_data_and_a_second_one_finds_it_there(StorageProvider provider)
    {
        SampleSet shipped = SampleReader.Read(SampleReader.ShippedDirectory);
        await using UnitsProcess units = await UnitsProcess.Started(await databases.New(provider), sampleData: true);

        Assert.EndsWith($"sample data: {shipped.Reports.Count} reports accepted, 0 already there", await units.Line("sample data:"), StringComparison.Ordinal);
        await TheConsoleIsRight(units);
        await EveryPublishedFigureComesBack(units, shipped);

        (int code, _) = await units.Stop();
        Assert.Equal(0, code);
        await units.Start();

        Assert.EndsWith($"sample data: 0 reports accepted, {shipped.Reports.Count} already there", await units.Line("sample data:"), StringComparison.Ordinal);
        await TheConsoleIsRight(units);
        await EveryPublishedFigureComesBack(units, shipped);
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task Without_sample_data_it_says_so_and_holds_nothing(StorageProvider provider)
    {
        await using UnitsProcess units = await UnitsProcess.Started(await databases.New(provider));
        using Api api = new(units.GrpcUrl);

        Assert.Contains("off", await units.Line("sample data:"), StringComparison.Ordinal);
        Assert.Empty(await api.ListUnits());
    }

    private static async Task TheConsoleIsRight(UnitsProcess units)
    {
        string curl = await units.Line("curl -s");
        Assert.Contains(units.HttpUrl, await units.Line("  HTTP "), StringComparison.Ordinal);
        Assert.Contains(units.GrpcUrl, await units.Line("  gRPC (h2c)"), StringComparison.Ordinal);
        Assert.Contains(units.Data.Place, await units.Line("  data "), StringComparison.Ordinal);
        Assert.Matches(@"^Units \d+\.\d+\.\d+", await units.Line("Units 0."));
        Assert.Contains($"{units.HttpUrl}/health/ready", await units.Line("  health "), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await units.Health("live"), await units.Health("ready")));

        using JsonDocument answer = JsonDocument.Parse(await units.Get(curl.Split('\'')[1]));
        JsonElement shown = answer.RootElement.GetProperty("indicators")[0];
        Assert.Equal("26.94", shown.GetProperty("value").GetString());
        Assert.Equal(("3845", "14270"), (shown.GetProperty("numerator").GetString(), shown.GetProperty("denominator").GetString()));
    }

    private static async Task EveryPublishedFigureComesBack(UnitsProcess units, SampleSet shipped)
    {
        using Api api = new(units.GrpcUrl);
        foreach (PublishedFigure figure in shipped.Published)
        {
            V1.GetTotalsResponse totals = await api.ReadTotals(
                new V1.GetTotalsRequest { Unit = figure.Unit, Range = figure.Period, Indicators = { figure.Indicator } },
                t => t.Indicators[0].Value.Length > 0 && Number(t.Indicators[0].Value) == Number(figure.Value));
            V1.IndicatorTotal shown = totals.Indicators[0];
            Assert.Equal((figure.Estimate, figure.AtLeast), (shown.IsEstimate, shown.AtLeast));
            if (figure.Numerator is not null)
            {
                Assert.Equal((figure.Numerator, figure.Denominator), (shown.Numerator, shown.Denominator));
            }
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
