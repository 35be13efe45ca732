using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Keeping;

namespace Units.Gateway.Tests;

/// <summary>The bounds of pages that are kept.</summary>
public sealed class KeepingTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_client_keeps_so_many_pages_an_hour()
    {
        KeepRate rate = new(_time);
        for (int i = 0; i < KeepRate.MostOfClient; i++)
        {
            rate.Enter("an");
        }

        RefusedException refused = Assert.Throws<RefusedException>(() => rate.Enter("an"));
        Assert.Equal(GatewayReasons.TooManyPagesKept, refused.Reason);
        rate.Enter("binh");
        _time.Advance(TimeSpan.FromHours(1));
        rate.Enter("an");
    }

    [Fact]
    public void All_clients_together_keep_so_many_pages_an_hour()
    {
        KeepRate rate = new(_time);
        for (int i = 0; i < KeepRate.MostOfAll; i++)
        {
            rate.Enter(i.ToString(CultureInfo.InvariantCulture));
        }

        RefusedException refused = Assert.Throws<RefusedException>(() => rate.Enter("one more"));
        Assert.Equal([KeepRate.MostOfAll.ToString(CultureInfo.InvariantCulture)], refused.Arguments);
    }

    [Fact]
    public void A_page_is_kept_up_to_a_length_and_refused_beyond_it()
    {
        string longest = new('đ', KeptPage.MaxBytes / 2);
        byte[] body = KeptBody.Pack(longest);
        using BrotliStream unpacked = new(new MemoryStream(body), CompressionMode.Decompress);
        using StreamReader reader = new(unpacked, Encoding.UTF8);
        Assert.Equal(longest, reader.ReadToEnd());

        RefusedException refused = Assert.Throws<RefusedException>(() => KeptBody.Pack(longest + "a"));
        Assert.Equal(GatewayReasons.KeptPageTooLarge, refused.Reason);
        Assert.Contains("524289", ErrorText.Sentence(Language.Vi, refused.Reason, refused.Arguments), StringComparison.Ordinal);
    }
}
