using Xunit;

namespace Units.Storage.Tests;

/// <summary>Who sent a report is kept with it.</summary>
public abstract partial class JournalConformance
{
    [Fact]
    public async Task Who_sent_it_is_kept_with_every_line_of_a_report_and_nobody_where_nobody_was_asked()
    {
        UnitId unit = Some.Unit();
        await Journal.Append(Some.Batch(unit, Some.Report(1, "r1", Some.Row(), Some.Row(month: 1)) with { Who = "Nguyễn Văn An" }));
        await Journal.Append(Some.Batch(unit, Some.Report(2, "r2")));

        JournalPage page = await Journal.ListEntries(unit, new JournalQuery { PageSize = 10, OldestFirst = true, ManySources = [] }, Cancel);

        Assert.Equal(["Nguyễn Văn An", "Nguyễn Văn An", null], page.Lines.Select(line => line.Who));
    }
}
