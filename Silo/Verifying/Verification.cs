using System.Globalization;

namespace Units.Silo.Verifying;

/// <summary>The verb <c>verify</c>: proves every total of a database that nobody serves from, and names each contradiction.</summary>
internal static class Verification
{
    /// <summary>The verb.</summary>
    public const string Verb = "verify";

    /// <summary>Verifies and says what was found.</summary>
    /// <returns>The exit code: 0 where nothing contradicts, else 1.</returns>
    /// <exception cref="StartRefusedException">It cannot be verified as things are; the message says why and what to do.</exception>
    public static async Task<int> Run(SiloOptions options, TimeProvider time, TextWriter console, CancellationToken cancellation)
    {
        long start = time.GetTimestamp();
        await using RestoredLedger data = await RestoredData.Open(options);
        Findings findings = new();
        LedgerProof proof = new(data, findings);
        await proof.Run(cancellation);
        ProofCounts counts = proof.Counts;
        await console.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"""
            {data.Place}
              {counts.Units} units, {counts.Reports} reports, {counts.Rows} rows, months {counts.Months}
              {counts.Totals} cells of totals held against plain SQL over the journals below
              {counts.Snapshots} snapshots held against the journals, {counts.SnapshotsReplaced} of units with children, which say all anew when they open
              took {time.GetElapsedTime(start).TotalSeconds:0.0} s
            """));
        foreach (Contradiction contradiction in findings.Named)
        {
            await console.WriteLineAsync(contradiction.ToString());
        }

        await console.WriteLineAsync(findings.Count switch
        {
            0 => "Every total is proven.",
            _ when findings.Count > findings.Named.Count =>
                $"{findings.Count} contradictions; those not named are further ones of the same units, or beyond the first {Findings.MaxNamed}.",
            _ => $"{findings.Count} contradictions.",
        });
        return findings.Count == 0 ? 0 : 1;
    }
}
