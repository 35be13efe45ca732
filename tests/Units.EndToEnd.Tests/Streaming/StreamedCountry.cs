using System.Globalization;
using System.Text.Json;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests.Streaming;

/// <summary>Twenty-one units on three levels, 10,000 reports about the leaves, and what must come of them.</summary>
internal sealed class StreamedCountry
{
    /// <summary>Messages in the stream.</summary>
    public const int Reports = 10_000;

    /// <summary>How many of them are repetitions of earlier ones.</summary>
    public const int Repeats = Reports / 20;

    private const int Provinces = 4;
    private const int WardsOfProvince = 4;

    private readonly string _root = Api.NewId("root");
    private readonly List<(string Id, string Province)> _wards = [];
    private readonly string _added = Api.NewId("added");
    private readonly string _set = Api.NewId("set");
    private readonly Dictionary<string, long> _sums = [];
    private readonly Dictionary<(string Ward, string Month), long> _last = [];

    /// <summary>The reports as the client reads them.</summary>
    public string Json { get; private set; } = "";

    /// <summary>Creates it, and the reports.</summary>
    public static async Task<StreamedCountry> Create(Api api, Random random)
    {
        StreamedCountry country = new();
        await api.CreateUnit(country._root);
        for (int i = 0; i < Provinces * WardsOfProvince; i++)
        {
            string province = $"{country._root}-p{i / WardsOfProvince}";
            if (i % WardsOfProvince == 0)
            {
                await api.CreateUnit(province, country._root);
            }

            country._wards.Add((await api.CreateUnit(Api.NewId("ward"), province), province));
        }

        await api.CreateMeasure(country._added);
        await api.CreateMeasure(country._set);
        country.Write(random);
        return country;
    }

    /// <summary>Every unit has exactly what was reported below it; of a month that was set the last one sent holds.</summary>
    public async Task IsExact(Api api)
    {
        await Holds(api, _root, _ => true);
        foreach (IGrouping<string, (string Id, string Province)> province in _wards.GroupBy(w => w.Province))
        {
            await Holds(api, province.Key, ward => province.Any(w => w.Id == ward));
            foreach ((string ward, _) in province)
            {
                await Holds(api, ward, other => other == ward);
            }
        }

        foreach (((string ward, string month), long value) in _last.Take(20))
        {
            V1.GetTotalsResponse totals = await api.ReadTotals(new V1.GetTotalsRequest { Unit = ward, Measures = { _set }, Range = month });
            Assert.Equal(value.ToString(CultureInfo.InvariantCulture), totals.Measures[0].Value);
        }
    }

    private async Task Holds(Api api, string unit, Func<string, bool> isBelow)
    {
        string added = _sums.Where(s => isBelow(s.Key)).Sum(s => s.Value).ToString(CultureInfo.InvariantCulture);
        string set = _last.Where(s => isBelow(s.Key.Ward)).Sum(s => s.Value).ToString(CultureInfo.InvariantCulture);
        await api.ReadTotals(
            new V1.GetTotalsRequest { Unit = unit, Measures = { _added, _set }, Range = "2025" },
            t => t.Measures[0].Value == added && t.Measures[1].Value == set);
    }

    private void Write(Random random)
    {
        List<object> reports = [];
        HashSet<int> repeats = [];
        while (repeats.Count < Repeats)
        {
            repeats.Add(random.Next(100, Reports));
        }

        List<object> originals = [];
        for (int i = 0; i < Reports; i++)
        {
            if (repeats.Contains(i))
            {
                reports.Add(originals[random.Next(originals.Count)]);
                continue;
            }

            string ward = _wards[random.Next(_wards.Count)].Id;
            string month = $"2025-{random.Next(1, 13):00}";
            int added = random.Next(1, 1000);
            int set = random.Next(1, 1_000_000);
            object[] entries =
            [
                new { measure = _added, month, add = added.ToString(CultureInfo.InvariantCulture) },
                new { measure = _set, month, set = set.ToString(CultureInfo.InvariantCulture) },
            ];
            object report = new { unit = ward, source = "node", report_id = $"r-{i}", entries };
            _sums[ward] = _sums.GetValueOrDefault(ward) + added;
            _last[(ward, month)] = set;
            originals.Add(report);
            reports.Add(report);
        }

        Json = JsonSerializer.Serialize(reports);
    }
}
