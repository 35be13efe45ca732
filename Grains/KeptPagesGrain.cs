using System.Globalization;
using Orleans.Concurrency;
using Units.Grains.Storage;

namespace Units.Grains;

/// <summary>Hands pages to storage and back. It holds nothing, so every silo has its own, and calls do not wait for each other.</summary>
[GrainType("kept-pages"), StatelessWorker, Reentrant]
internal sealed class KeptPagesGrain(IKeptPages pages) : Grain, IKeptPagesGrain
{
    public Task Keep(KeptPage page, CancellationToken cancellation)
    {
        if (page.Body.Length > KeptPage.MaxBytes)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"The page '{page.Id}' of {page.Unit} has {page.Body.Length} bytes; at most {KeptPage.MaxBytes} are kept."), nameof(page));
        }

        return page.Id == KeptPage.IdOf(page.Body.Span)
            ? pages.Add(page, cancellation)
            : throw new ArgumentException($"The page '{page.Id}' of {page.Unit} is not called by its content.", nameof(page));
    }

    public Task<KeptPage?> Find(string id, CancellationToken cancellation) => pages.Find(id, cancellation);
}
