using System.Globalization;
using Grpc.Net.Client;
using Units.Gateway.Monitor.Words;

namespace Units.Silo.Demo;

/// <summary>
/// Fills the demo country once the process listens, through the public API like anybody else, and then keeps reports arriving. What is there
/// already is left alone, so that a second start goes on at once.
/// </summary>
internal sealed class DemoLoader(DemoOptions options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<DemoLoader> logger) : BackgroundService
{
    private readonly TaskCompletionSource<TimeSpan> _filled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the country is filled, with how long that took; cancelled when the process stops before.</summary>
    public Task<TimeSpan> Filled => _filled.Task;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
            using CancellationTokenRegistration registration = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);
            using GrpcChannel channel = GrpcChannel.ForAddress(options.Address());
            DemoClient client = new(channel, time);
            DemoCountry country = new(options.UnitsFile, options.Provinces);
            DemoFigures figures = new(country, options.Seed);
            DateOnly today = TimeText.Today(time);
            DemoReports reports = new(country, figures);
            long began = time.GetTimestamp();
            await Fill(client, country, figures, reports, today, stoppingToken);
            _filled.SetResult(time.GetElapsedTime(began));
            await KeepArriving(client, country, reports, stoppingToken);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            _filled.TrySetCanceled(stoppingToken);
        }
        catch (Exception error)
        {
            _filled.TrySetException(error);
            throw;
        }
    }

    private async Task Fill(DemoClient client, DemoCountry country, DemoFigures figures, DemoReports reports, DateOnly today, CancellationToken stopping)
    {
        // What is sent last was sent when all before it was.
        DemoUnit last = country.Units[0];
        string mark = string.Create(CultureInfo.InvariantCulture, $"filled-{today:yyyy-MM}-{options.Seed}-{country.Units.Count}");
        await client.CreateCatalogue(stopping);
        await client.CreateUnits([last], stopping);
        if (await client.HasReceipt(last.Id, mark, stopping))
        {
            return;
        }

        DemoLog.Filling(logger, country.Units.Count, country.Communes.Count);
        await client.CreateUnits(country.Provinces, stopping);
        await client.CreateUnits(country.Communes, stopping);
        await Plan(client, new DemoPlans(country, figures, today.Year), today, stopping);
        await client.Send(reports.All(today), stopping);
        V1.SubmitReportRequest done = new() { Unit = last.Id, Source = DemoReports.Source, ReportId = mark };
        done.Entries.Add(new V1.Entry { Measure = DemoCatalogue.Measures[0].Id, Month = $"{today:yyyy-MM}", Clear = new V1.Clear() });
        await client.Send([done], stopping);
    }

    /// <summary>As it goes in a year: the country's plans are issued and allotted, then each province allots its part, and in the middle of the year
    /// some of the country's plans are amended.</summary>
    private static async Task Plan(DemoClient client, DemoPlans plans, DateOnly today, CancellationToken stopping)
    {
        await client.Issue([plans.OfCountry()], stopping);
        await client.Allot(plans.ToProvinces(), stopping);
        await client.Allot(plans.ToCommunes(), stopping);
        await client.Issue(plans.OfCouncils(), stopping);
        if (plans.AmendedOn <= today)
        {
            await client.Amend(plans.Amendments(), stopping);
        }
    }

    private async Task KeepArriving(DemoClient client, DemoCountry country, DemoReports reports, CancellationToken stopping)
    {
        if (options.ReportsPerSecond == 0)
        {
            return;
        }

        Random random = new(options.Seed);
        string run = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(1.0 / options.ReportsPerSecond), time);
        double reportsADay = options.ReportsPerSecond * TimeSpan.FromDays(1).TotalSeconds / country.Communes.Count;
        for (int number = 0; await timer.WaitForNextTickAsync(stopping); number++)
        {
            // It may run for weeks: what comes after the end of a month is of the next.
            DateOnly today = TimeText.Today(time);
            DemoUnit commune = country.Communes[random.Next(country.Communes.Count)];
            // Now and then one that was late sends its month.
            V1.SubmitReportRequest report = number % 20 == 0 && reports.IsLate(commune)
                ? reports.Of(commune, today.Month, today)
                : reports.More(commune, string.Create(CultureInfo.InvariantCulture, $"live-{run}-{number}"), today, reportsADay, random);
            if (report.Entries.Count > 0)
            {
                await client.Send([report], stopping);
            }
        }
    }
}
