using Google.Protobuf;
using Google.Protobuf.Reflection;
using Units.EndToEnd.Tests.Support;

namespace Units.EndToEnd.Tests.Fuzz;

/// <summary>Thirteen units on three levels with something of everything, and valid requests for each method.</summary>
internal sealed class FuzzCountry
{
    /// <summary>The units, the root first.</summary>
    public List<string> Units { get; } = ["country"];

    /// <summary>The measures.</summary>
    public string[] Measures { get; } = ["revenue", "dossiers", "households"];

    /// <summary>The reports that were taken in before, as they were sent.</summary>
    public List<V1.SubmitReportRequest> Reports { get; } = [];

    /// <summary>Texts that mean something to the server.</summary>
    public List<string> Known { get; } = ["2025", "2025-07", "2025-Q3", "2025-01/2025-06", "1", "12.5", "-3", "vn.gso", "00001", "2025-07-01", "base-3", "fuzz", "other"];

    /// <summary>Methods by their full name, each with valid requests to begin from.</summary>
    public Dictionary<MethodDescriptor, List<IMessage>> Requests { get; } = [];

    /// <summary>Creates it all through the API.</summary>
    public static async Task<FuzzCountry> Create(Api api)
    {
        FuzzCountry country = new();
        await api.CreateUnit("country");
        foreach (string province in (string[])["north", "south", "islands"])
        {
            country.Units.Add(await api.CreateUnit(province, "country"));
            foreach (string ward in (string[])["one", "two", "three"])
            {
                country.Units.Add(await api.CreateUnit($"{province}-{ward}", province));
            }
        }

        await api.CreateMeasure("revenue", scale: 3);
        await api.CreateMeasure("dossiers", categories: ["online", "paper"]);
        await api.CreateMeasure("households", V1.MeasureKind.Stock);
        await api.CreateRatio("online-share", "dossiers/online", "dossiers");
        await api.CreateAmount("total-revenue", "revenue", "tỷ đồng");
        country.Known.AddRange([.. country.Units, .. country.Measures, "online", "paper", "online-share", "total-revenue"]);
        for (int i = 0; i < 40; i++)
        {
            V1.SubmitReportRequest report = country.Report(i);
            await api.Reports.SubmitReportAsync(report);
            country.Reports.Add(report);
        }

        country.CollectRequests();
        return country;
    }

    private V1.SubmitReportRequest Report(int i)
    {
        string month = $"2025-{(i % 12) + 1:00}";
        return new V1.SubmitReportRequest
        {
            Unit = Units[i % Units.Count],
            Source = "fuzz",
            ReportId = $"base-{i}",
            Entries =
            {
                new V1.Entry { Measure = "revenue", Month = month, Set = $"{i}.125" },
                new V1.Entry { Measure = "dossiers", Category = "online", Month = month, Add = $"{i + 1}" },
                new V1.Entry { Measure = "dossiers", Category = "paper", Month = month, YearToDate = $"{i * 10}", Estimate = true },
                new V1.Entry { Measure = "households", Month = month, Set = $"{1000 + i}", Revision = i },
            },
        };
    }

    private void CollectRequests()
    {
        Dictionary<string, IMessage[]> valid = Valid().GroupBy(m => m.Descriptor.FullName).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (MethodDescriptor method in FuzzMethods.All)
        {
            Requests[method] = valid.TryGetValue(method.InputType.FullName, out IMessage[]? requests)
                ? [.. requests]
                : throw new InvalidOperationException($"The fuzz test has no valid request for {method.FullName}: add one.");
        }
    }

    private static IEnumerable<IMessage> Plans()
    {
        V1.Target target = new()
        {
            Indicator = "total-revenue",
            Range = "2025",
            Kind = V1.TargetKind.Range,
            Lower = "10",
            Upper = "20.5",
            Words = "lời",
            Course = new V1.TargetCourse { Kind = V1.CourseKind.Shares, Steps = { "0.25", "0.5", "0.75", "1" } },
        };
        V1.Decision decision = new() { Number = "1/QĐ", Date = "2025-01-01", Issuer = "UBND" };
        yield return new V1.AssignTargetRequest { Unit = "north", Source = "fuzz", RequestId = "target-2", Target = target };
        yield return new V1.RecordAssessmentRequest
        {
            Unit = "north",
            Source = "fuzz",
            RequestId = "judge-1",
            Indicator = "online-share",
            Range = "2025",
            Assessment = V1.Assessment.Met,
            Evidence = "biên bản",
        };
        yield return new V1.DraftPlanRequest { Unit = "south", Source = "fuzz", RequestId = "draft-1", Plan = "plan", Title = "Kế hoạch", Range = "2025", Targets = { target } };
        yield return new V1.OpenForCommentsRequest { Unit = "south", Source = "fuzz", RequestId = "ask-1", Plan = "plan", Commenters = { "south-one" } };
        yield return new V1.CommentOnPlanRequest { Unit = "south", Source = "fuzz", RequestId = "say-1", Plan = "plan", By = "south-one", Text = "Đồng ý" };
        yield return new V1.IssuePlanRequest { Unit = "south", Source = "fuzz", RequestId = "issue-1", Plan = "plan", Decision = decision };
        yield return new V1.AmendPlanRequest { Unit = "south", Source = "fuzz", RequestId = "amend-1", Plan = "plan", Decision = decision, Targets = { target } };
        yield return new V1.GetPlanRequest { Unit = "south", Plan = "plan", Version = 1 };
        yield return new V1.ListPlansRequest { Unit = "south", PageSize = 1 };
        yield return new V1.ComparePlanVersionsRequest { Unit = "south", Plan = "plan", FromVersion = 1, ToVersion = 2 };
        yield return new V1.AllotTargetRequest
        {
            Unit = "north",
            Source = "fuzz",
            RequestId = "allot-1",
            Indicator = "total-revenue",
            Range = "2025",
            Rule = V1.AllotmentRule.ByWeights,
            Parts = { new V1.AllotmentPart { Unit = "north-one", Weight = "1.5" } },
        };
        yield return new V1.GetAllotmentRequest { Unit = "north", Indicator = "total-revenue", Range = "2025" };
    }

    private IEnumerable<IMessage> Valid()
    {
        foreach (V1.SubmitReportRequest report in Reports)
        {
            yield return report;
            yield return new V1.SubmitReportsRequest { Report = report };
        }

        yield return new V1.WatchTotalsRequest { Units = { "country", "north" }, Indicators = { "online-share" }, Measures = { "revenue" }, Range = "2025" };
        yield return new V1.WatchChildrenRequest { Unit = "country", Indicator = "total-revenue", Range = "2025" };

        yield return new V1.GetReceiptRequest { Unit = "north-one", Source = "fuzz", ReportId = "base-2" };
        yield return new V1.AssignTargetRequest
        {
            Unit = "north",
            Source = "fuzz",
            RequestId = "target-1",
            Indicator = "total-revenue",
            Range = "2025",
            Bound = V1.Bound.AtLeast,
            Value = "100",
        };
        foreach (IMessage planning in Plans())
        {
            yield return planning;
        }

        yield return new V1.GetTotalsRequest { Unit = "country", Indicators = { "online-share" }, Measures = { "dossiers" }, Range = "2025", ByCategory = true };
        yield return new V1.CompareChildrenRequest { Unit = "north", Indicator = "total-revenue", Range = "2025-Q1" };
        yield return new V1.CompareChildrenRequest
        {
            Unit = "north",
            Indicator = "total-revenue",
            Range = "2025",
            Figure = V1.Figure.PercentOfExpected,
            Tier = V1.Tier.Council,
            Kinds = { V1.UnitKind.Ward },
            AsOf = "2025-09-30",
            Since = "2025-05",
        };
        yield return new V1.GetComparisonsRequest { Unit = "country", Indicators = { "online-share", "total-revenue" }, Range = "2025", AsOf = "2025-09-30" };
        yield return new V1.ProveTotalRequest { Unit = "country", Measures = { "revenue", "households" }, Range = "2025" };
        yield return new V1.ListEntriesRequest { Unit = "north-two", Measure = "revenue", Range = "2025", Source = "fuzz", PageSize = 10 };
        yield return new V1.ClosePeriodRequest { Unit = "islands-one", Source = "fuzz", RequestId = "close-1", Range = "2024", By = "Văn phòng", Reason = "Đã chốt" };
        yield return new V1.ReopenPeriodRequest { Unit = "islands-one", Source = "fuzz", RequestId = "open-1", Range = "2024", By = "Văn phòng", Reason = "Sai số" };
        yield return new V1.ListClosedMonthsRequest { Unit = "islands-one", Range = "2024" };
        yield return new V1.CreateUnitRequest
        {
            Unit = new V1.Unit
            {
                Id = "south-four",
                Namings = { new V1.Naming { Kind = V1.UnitKind.Ward, Name = "Bốn" } },
                Edges = { new V1.Edge { From = "2024-01", Parent = "south" } },
                Identifiers = { new V1.Identifier { Scheme = "vn.gso", Value = "00001" } },
            },
        };
        yield return new V1.GetUnitRequest { Unit = "north" };
        yield return new V1.ListUnitsRequest { Parent = "north", PageSize = 2 };
        yield return new V1.FindUnitsRequest { Scheme = "vn.gso", Value = "00001", AsOf = "2025-07-01" };
        yield return new V1.CreateMeasureRequest
        {
            Measure = new V1.Measure { Id = "revenue", Kind = V1.MeasureKind.Flow, Scale = 3, DisplayName = "Thu", UnitOfMeasure = "tỷ đồng" },
        };
        yield return new V1.GetMeasureRequest { Measure = "revenue" };
        yield return new V1.ListMeasuresRequest { PageSize = 1 };
        yield return new V1.CreateIndicatorRequest
        {
            Indicator = new V1.Indicator
            {
                Id = "fuzz-ratio",
                Formula = V1.FormulaKind.Ratio,
                Numerator = new V1.Term { Measure = "dossiers", Category = "online" },
                Denominator = new V1.Term { Measure = "dossiers" },
                DisplayName = "Tỷ lệ",
            },
        };
        yield return new V1.GetIndicatorRequest { Indicator = "online-share" };
        yield return new V1.ListIndicatorsRequest { PageSize = 1 };
    }
}
