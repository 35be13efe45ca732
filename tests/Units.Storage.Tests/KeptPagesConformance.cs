using System.Text;
using Units.Grains.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>What every store of kept pages must do, whatever the database.</summary>
public abstract class KeptPagesConformance : IAsyncLifetime
{
    private IStorageHarness _harness = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IKeptPages Pages => _harness.Pages;

    public async ValueTask InitializeAsync() => _harness = await Create();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _harness.DisposeAsync();
    }

    private protected abstract Task<IStorageHarness> Create();

    private protected abstract Task<List<string>> Query(string sql);

    [Fact]
    public async Task A_page_is_found_as_it_was_also_after_a_restart()
    {
        KeptPage page = Page("<html>1.234,5</html>");
        Assert.True(await Pages.Add(page, Cancel));
        await _harness.Reopen();

        KeptPage? found = await Pages.Find(page.Id, Cancel);

        Assert.Equal(page with { Body = default }, found! with { Body = default });
        Assert.Equal(page.Body.ToArray(), found.Body.ToArray());
        Assert.Null(await Pages.Find(KeptPage.IdOf("another"u8), Cancel));
    }

    [Fact]
    public async Task A_page_that_exists_stays_as_it_is()
    {
        KeptPage page = Page("once");
        Assert.True(await Pages.Add(page, Cancel));
        Assert.False(await Pages.Add(page with { By = "somebody-else", Unit = Some.Unit("other") }, Cancel));

        Assert.Equal("an", (await Pages.Find(page.Id, Cancel))!.By);
    }

    [Fact]
    public async Task A_page_is_stored_in_this_shape()
    {
        await Pages.Add(Page("once"), Cancel);
        await Pages.Add(Page("twice") with { By = null }, Cancel);

        Assert.Equal(
        [
            """
            200651a8b2d5912f692db89468a7d47d|cam-pha|{"v":1,"epoch":3,"n":1207,"at":"2025-07-01T12:00:00+00:00","by":"an","style":"sha256-abc="}|x6f6e6365
            """,
            """
            dc8ffdbf2736dbdf39508017ac594e0d|cam-pha|{"v":1,"epoch":3,"n":1207,"at":"2025-07-01T12:00:00+00:00","style":"sha256-abc="}|x7477696365
            """,
        ],
        (await Query("SELECT * FROM kept_page")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_page_that_was_changed_beside_the_product_is_refused_by_name()
    {
        KeptPage page = Page("once");
        await Pages.Add(page, Cancel);
        await _harness.Alter($"UPDATE kept_page SET id = '{KeptPage.IdOf("other"u8)}'");

        InvalidDataException refusal = await Assert.ThrowsAsync<InvalidDataException>(() => Pages.Find(KeptPage.IdOf("other"u8), Cancel));
        Assert.Contains(KeptPage.IdOf("other"u8), refusal.Message, StringComparison.Ordinal);
    }

    private static KeptPage Page(string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        return new KeptPage
        {
            Id = KeptPage.IdOf(body),
            Unit = Some.Unit(),
            Version = new UnitVersion(3, 1207),
            At = Some.Noon,
            By = "an",
            Style = "sha256-abc=",
            Body = body,
        };
    }
}
