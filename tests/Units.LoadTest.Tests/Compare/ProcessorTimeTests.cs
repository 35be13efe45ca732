using System.Diagnostics;
using Units.LoadTest.Compare;
using Xunit;

namespace Units.LoadTest.Tests.Compare;

public sealed class ProcessorTimeTests
{
    [Fact]
    public async Task A_family_has_used_what_its_children_have_used_also_when_they_have_ended()
    {
        // The inner shell works and ends; the outer one waits for it and lives on until its input is closed.
        ProcessStartInfo start = new("/bin/sh", ["-c", "sh -c 'i=0; while [ $i -lt 1000000 ]; do i=$((i+1)); done'; echo done; read line"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using Process shell = Process.Start(start)!;
        Assert.Equal("done", await shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

        long family = ProcessorTime.OfFamily(shell.Id);
        long own = ProcessorTime.OfProcess(shell.Id);

        Assert.True(family >= 100, $"{family} ms for a million turns of a loop");
        Assert.True(own < family / 2, $"{own} ms of {family} ms for a shell that only waits");
        shell.StandardInput.Close();
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_process_that_is_gone_has_used_nothing() => Assert.Equal(0, ProcessorTime.OfProcess(int.MaxValue));
}
