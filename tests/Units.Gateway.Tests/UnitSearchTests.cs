using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Units.Gateway.Identity;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Requests;
using Units.Gateway.Tests.Support;

namespace Units.Gateway.Tests;

/// <summary>Who sees a part of the country finds what is in it, however much of the same name there is elsewhere.</summary>
public sealed class UnitSearchTests
{
    private const int Elsewhere = 1500;

    private readonly FakeCluster _cluster = new();

    [Fact]
    public async Task What_is_hidden_takes_no_place_among_what_is_found()
    {
        await Create("goc", "Gốc");
        await Create("tinh-a", "Tỉnh A", "goc");
        await Create("tinh-b", "Tỉnh B", "goc");
        for (int i = 0; i < Elsewhere; i++)
        {
            await Create(string.Create(CultureInfo.InvariantCulture, $"xa-b-{i}"), $"Xã {i}", "tinh-b");
        }

        // A longer name: it comes after all others.
        await Create("xa-a-1", "Xã Ở Tỉnh A Mà Tên Rất Dài", "tinh-a");
        FakeTimeProvider time = new();
        UnitIndex index = new(_cluster, new VietnamClock(time), time);
        Caller viewer = new("an", Role.Viewer, ["tinh-a"], null);

        Assert.Equal(["xa-a-1"], (await index.Find("xa", viewer, 51, CancellationToken.None)).Select(u => u.Id.Text));
        Assert.Equal(51, (await index.Find("xa", Caller.Anyone, 51, CancellationToken.None)).Count);
        Assert.Empty(await index.Find("tinh b", viewer, 51, CancellationToken.None));
    }

    private Task<CreateResult<Unit>> Create(string id, string name, string? parent = null) => _cluster.Registry.CreateUnit(new Unit
    {
        Id = new UnitId(id),
        Namings = [new UnitNaming(null, UnitKind.Group, name, "")],
        Edges = parent is null ? [] : [new UnitEdge(Month.MinValue, new UnitId(parent))],
    });
}
