using Microsoft.Extensions.Options;
using Units.Gateway.Hosting;

namespace Units.Gateway.Tests;

/// <summary>Fewer reports at a time while work waits long for a processor, and as many as before when it does no more.</summary>
public sealed class AdmissionWindowTests
{
    private static readonly TimeSpan Long = AdmissionWindow.LongestWait + TimeSpan.FromMilliseconds(1);

    [Fact]
    public void It_narrows_while_work_waits_and_never_below_the_fewest()
    {
        AdmissionWindow window = Window(1_000);
        List<int> sizes = [];
        for (int i = 0; i < 10; i++)
        {
            window.Waited(Long);
            sizes.Add(window.Size);
        }

        Assert.Equal([750, 562, 421, 315, 256, 256, 256, 256, 256, 256], sizes);
    }

    [Fact]
    public void It_opens_again_as_wide_as_it_is_configured()
    {
        AdmissionWindow window = Window(1_000);
        window.Waited(Long);
        window.Waited(Long);
        for (int i = 0; i < 50; i++)
        {
            window.Waited(AdmissionWindow.LongestWait);
        }

        Assert.Equal(1_000, window.Size);
    }

    [Fact]
    public void A_configured_limit_below_the_fewest_stays_as_it_is()
    {
        AdmissionWindow window = Window(2);
        window.Waited(Long);
        Assert.Equal(2, window.Size);
        window.Waited(TimeSpan.Zero);
        Assert.Equal(2, window.Size);
    }

    [Fact]
    public void The_largest_limit_that_can_be_configured_narrows_and_opens_as_well()
    {
        AdmissionWindow window = Window(int.MaxValue);
        window.Waited(Long);
        Assert.Equal(1_610_612_735, window.Size);
        for (int i = 0; i < 50; i++)
        {
            window.Waited(TimeSpan.Zero);
        }

        Assert.Equal(int.MaxValue, window.Size);
    }

    [Fact]
    public void Without_a_limit_there_is_none()
    {
        AdmissionWindow window = Window(0);
        window.Waited(Long);
        window.Waited(TimeSpan.Zero);
        Assert.Equal(0, window.Size);
    }

    private static AdmissionWindow Window(int atOnce) => new(Options.Create(new GatewayOptions { Limits = { ReportsAtOnce = atOnce } }));
}
