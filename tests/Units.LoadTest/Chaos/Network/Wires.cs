using System.Globalization;

namespace Units.LoadTest.Chaos.Network;

/// <summary>
/// A network of its own for the silos: a namespace with an address for each, on a bridge of this machine. What the wires do to packets is a
/// table of nftables in each namespace, so that nothing of the machine's own network is touched.
/// </summary>
internal sealed class Wires : IAsyncDisposable
{
    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"uc{Environment.ProcessId}");
    private readonly string _prefix;
    private readonly int _silos;

    private Wires(string prefix, int silos) => (_prefix, _silos) = (prefix, silos);

    /// <summary>The address of this machine on the bridge.</summary>
    public string Host => $"{_prefix}.1";

    /// <summary>Lays the wires.</summary>
    /// <exception cref="InvalidOperationException">The rig may not: it has to be root, with iproute2 and nftables.</exception>
    public static async Task<Wires> Lay(int silos)
    {
        // A range of private addresses that no other rig on this machine is likely to have.
        string prefix = string.Create(CultureInfo.InvariantCulture, $"10.213.{Environment.ProcessId % 250}");
        Wires wires = new(prefix, silos);
        try
        {
            await Shell.Run("", "ip", "link", "add", wires._name, "type", "bridge");
            await Shell.Run("", "ip", "address", "add", $"{wires.Host}/24", "dev", wires._name);
            await Shell.Run("", "ip", "link", "set", wires._name, "up");
            for (int silo = 0; silo < silos; silo++)
            {
                await wires.Connect(silo);
            }

            return wires;
        }
        catch
        {
            await wires.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes for a database server who may connect to it: this machine, and who is on the wires. Neither is reached from elsewhere.</summary>
    /// <returns>The file.</returns>
    public async Task<string> Admit(string directory)
    {
        string file = Path.Combine(directory, "pg_hba.conf");
        await File.WriteAllTextAsync(file, $"local all all trust\nhost all all 127.0.0.1/32 trust\nhost all all {Host}/24 trust\n");
        // The server is another user: it may look into the directory.
        await Shell.Run("", "chmod", "o+rx", directory);
        return file;
    }

    /// <summary>The address of a silo.</summary>
    public string Address(int silo) => string.Create(CultureInfo.InvariantCulture, $"{_prefix}.{silo + 11}");

    /// <summary>What a command has to begin with to run where a silo is.</summary>
    public string[] At(int silo) => ["ip", "netns", "exec", Namespace(silo)];

    /// <summary>Nothing passes between two addresses any more, in either direction; nobody is told.</summary>
    public Task Cut(int silo, string other) => Load(silo,
        $"table ip cut {{\n chain out {{\n type filter hook output priority -300;\n ip daddr {other} drop\n }}\n"
        + $" chain in {{\n type filter hook input priority 0;\n ip saddr {other} drop\n }}\n}}\n");

    /// <summary>Of all that the silos say, this share is lost.</summary>
    public Task Lose(int percent) => Everywhere(silo => Load(silo, Text(
        $"table ip loss {{\n chain out {{\n type filter hook output priority -300;\n numgen random mod 100 < {percent} drop\n }}\n}}\n")));

    /// <summary>Every connection that a silo opens to one address and port ends at another; those that are open are reset.</summary>
    public async Task Redirect(int silo, IReadOnlyList<(string Address, int Port, int To)> ways)
    {
        string rules = string.Join('\n', ways.Select(w => Text($"ip daddr {w.Address} tcp dport {w.Port} dnat to {Host}:{w.To}")));
        await Load(silo, $"table ip bent {{\n chain out {{\n type nat hook output priority -100;\n {rules}\n }}\n}}\n");
        await Reset(silo, [.. ways.Select(w => (w.Address, w.Port))]);
    }

    /// <summary>The open connections of a silo to these break.</summary>
    public async Task Reset(int silo, IReadOnlyList<(string Address, int Port)> ends)
    {
        string rules = string.Join('\n', ends.Select(e => Text($"ip daddr {e.Address} tcp dport {e.Port} tcp flags & (syn | ack) == ack reject with tcp reset")));
        await Load(silo, $"table ip broken {{\n chain out {{\n type filter hook output priority -300;\n {rules}\n }}\n}}\n");
        // As long as it takes until each of them has said something: probes go every second.
        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System);
        await Shell.Run("", [.. At(silo), "nft", "delete", "table", "ip", "broken"]);
    }

    /// <summary>All wires are whole again.</summary>
    public Task Mend() => Everywhere(silo => Shell.Run("", [.. At(silo), "nft", "flush", "ruleset"]));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        for (int silo = 0; silo < _silos; silo++)
        {
            await Try("ip", "netns", "delete", Namespace(silo));
        }

        await Try("ip", "link", "delete", _name);
    }

    private string Namespace(int silo) => string.Create(CultureInfo.InvariantCulture, $"{_name}-{silo}");

    private async Task Connect(int silo)
    {
        string inside = Namespace(silo);
        string wire = string.Create(CultureInfo.InvariantCulture, $"{_name}v{silo}");
        await Shell.Run("", "ip", "netns", "add", inside);
        await Shell.Run("", "ip", "link", "add", wire, "type", "veth", "peer", "name", "eth0", "netns", inside);
        await Shell.Run("", "ip", "link", "set", wire, "master", _name, "up");
        await Shell.Run("", [.. At(silo), "ip", "address", "add", $"{Address(silo)}/24", "dev", "eth0"]);
        await Shell.Run("", [.. At(silo), "ip", "link", "set", "eth0", "up"]);
        await Shell.Run("", [.. At(silo), "ip", "link", "set", "lo", "up"]);
    }

    // The names of the tables are none of nftables' own words, which it takes for them.
    private Task<string> Load(int silo, string table) => Shell.Run(table, [.. At(silo), "nft", "-f", "-"]);

    private async Task Everywhere(Func<int, Task> act)
    {
        for (int silo = 0; silo < _silos; silo++)
        {
            await act(silo);
        }
    }

    private static async Task Try(params string[] command)
    {
        try
        {
            await Shell.Run("", command);
        }
        catch (InvalidOperationException)
        {
            // It was never there: the rig ends as far as it had begun.
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
