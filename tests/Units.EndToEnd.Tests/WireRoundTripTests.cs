using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Xunit;

namespace Units.EndToEnd.Tests;

/// <summary>
/// The small values of the vocabulary, written and read as between two processes. Inside one process they are passed on as they are, so that
/// nothing else here would notice one that cannot be read.
/// </summary>
public sealed class WireRoundTripTests
{
    [Fact]
    public void Every_small_value_arrives_as_it_was_sent()
    {
        Month month = new(2025, 7);
        MonthRange range = new(new Month(2025, 1), month);
        Arrives(month);
        Arrives(Month.MinValue);
        Arrives(range);
        Arrives(new UnitId("cam-pha"));
        Arrives(new SourceId("city-reports"));
        Arrives(new MeasureId("online-dossiers"));
        Arrives(new IndicatorId("online-dossier-share"));
        Arrives(new ReportId("cam-pha/2019-07"));
        Arrives(new Amount(Int128.MaxValue));
        Arrives(new Amount(-3_845));
        Arrives(CellKey.Of(Aspect.Actual, 7, 3, month));
        Arrives(CellKey.OfTarget(Aspect.Target, 7, range, Tier.Assigned, TargetPart.Lower));
        Arrives(new UnitEdge(month, new UnitId("cam-pha")));
        Arrives(new UnitVersion(3, 17));
        Arrives(new CellValue(CellKey.Of(Aspect.Actual, 7, 0, month), Amount.One));
        Arrives(new Term(new MeasureId("ratings"), 2));
    }

    private static void Arrives<T>(T value)
        where T : struct
    {
        using ServiceProvider services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        Serializer serializer = services.GetRequiredService<Serializer>();
        Assert.Equal(value, serializer.Deserialize<T>(serializer.SerializeToArray(value)));

        // Inside an object, as every argument of a call travels.
        Assert.Equal(value, serializer.Deserialize<object>(serializer.SerializeToArray<object>(value)));
    }
}
