using System.Globalization;
using Units.EndToEnd.Tests.Support;

namespace Units.Monitor.Tests.Support;

/// <summary>A root, three provinces and four communes in each, which the tests report for, in a real process.</summary>
public sealed class SmallCountry : IAsyncLifetime
{
    public const string Root = "quoc-gia";

    public const string Indicator = "thu-ngan-sach";

    /// <summary>A name that would run if it were taken for markup.</summary>
    public const string Markup = "Xã <script>alert(1)</script> & <b>đậm</b>";

    /// <summary>A unit beside the country, with two below it that have not reported: a test does there what would be in the way of others.</summary>
    public const string Apart = "vung-rieng";

    private const string Measure = "thu";

    private int _reports;

    internal UnitsProcess Process { get; private set; } = null!;

    internal Api Api { get; private set; } = null!;

    /// <summary>The month that runs.</summary>
    internal static string Month { get; } = Now.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The month before, which was due on the first of the one that runs.</summary>
    internal static string Due { get; } = Now.AddDays(-Now.Day).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The page of the root.</summary>
    internal string Page => $"{Process.HttpUrl}/monitor/{Root}";

    public async ValueTask InitializeAsync()
    {
        DemoProvinces.Begin();
        Process = await UnitsProcess.Started();
        Api = new Api(Process.GrpcUrl);
        await Api.CreateMeasure(Measure, unitOfMeasure: "tỷ đồng", scale: 3);
        await Api.CreateAmount(Indicator, Measure, "tỷ đồng");
        await Create(Root, "Quốc gia thử", "Test country", null);
        for (int p = 1; p <= 3; p++)
        {
            await Create($"tinh-{p}", p == 1 ? "Tỉnh Đà Nẵng" : $"Tỉnh {p}", "", Root);
            for (int c = 1; c <= 4; c++)
            {
                await Create(Commune(p, c), p == 3 && c == 4 ? Markup : $"Xã {p}.{c}", "", $"tinh-{p}");
                await Report(Commune(p, c), "10.5", Due);
                await Report(Commune(p, c), "10.5");
            }
        }

        await Create(Apart, "Vùng riêng", "", null);
        await Create($"{Apart}-1", Markup, "", Apart);
        await Create($"{Apart}-2", "Xã riêng", "", Apart);
        await Assign(Root, "2400");
        for (int p = 1; p <= 3; p++)
        {
            await Assign($"tinh-{p}", "800");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Api?.Dispose();
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }
    }

    /// <summary>The id of a commune.</summary>
    internal static string Commune(int province, int commune) => $"xa-{province}-{commune}";

    /// <summary>Reports that a commune has so much more in a month, else in the one that runs, and gives the id of the report.</summary>
    internal async Task<string> Report(string commune, string more, string? month = null)
    {
        string id = $"report-{Interlocked.Increment(ref _reports)}";
        await Api.Submit(commune, id, new V1.Entry { Measure = Measure, Month = month ?? Month, Add = more });
        return id;
    }

    /// <summary>Reports so many entries of the month that runs, two hundred in a report.</summary>
    internal async Task Many(string unit, int entries)
    {
        foreach (int[] some in Enumerable.Range(0, entries).Chunk(200))
        {
            await Api.Submit(
                unit, $"report-{Interlocked.Increment(ref _reports)}", [.. some.Select(_ => new V1.Entry { Measure = Measure, Month = Month, Add = "0.001" })]);
        }
    }

    /// <summary>Assigns a unit its target of the year.</summary>
    internal async Task Assign(string unit, string value) => await Api.Plan.AssignTargetAsync(
        new V1.AssignTargetRequest
        {
            Unit = unit,
            Source = Api.Source,
            RequestId = "plan",
            Indicator = Indicator,
            Range = Month[..4],
            Bound = V1.Bound.AtLeast,
            Value = value,
        },
        deadline: Api.In(TimeSpan.FromSeconds(30)));

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7));

    private async Task Create(string id, string name, string english, string? parent)
    {
        V1.Unit unit = new() { Id = id, Namings = { new V1.Naming { Kind = V1.UnitKind.Group, Name = name, NameEn = english } } };
        if (parent is not null)
        {
            unit.Edges.Add(new V1.Edge { From = "1900-01", Parent = parent });
        }

        await Api.Units.CreateUnitAsync(new V1.CreateUnitRequest { Unit = unit }, deadline: Api.In(TimeSpan.FromSeconds(30)));
    }
}
