using System.Globalization;
using System.Net;

namespace Units.Gateway.Hosting;

/// <summary>Reads settings, each judged where it is read. A wrong value is a <see cref="SettingException"/>.</summary>
public sealed class SettingReader(IConfiguration configuration)
{
    /// <summary>A text, or null where the key is absent or empty.</summary>
    public string? Text(string key) => configuration[key] is { Length: > 0 } text ? text : null;

    /// <summary>One of some words, in any case; the first where the key is absent.</summary>
    public string OneOf(string key, params string[] words)
    {
        string text = Text(key) ?? words[0];
        return words.FirstOrDefault(w => w.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new SettingException(key, text, string.Join(" or ", words));
    }

    /// <summary>A TCP port.</summary>
    public int Port(string key, int whenAbsent)
    {
        if (Text(key) is not { } text)
        {
            return whenAbsent;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and < 65536
            ? port
            : throw new SettingException(key, text, "a port from 1 to 65535");
    }

    /// <summary>A whole number within bounds.</summary>
    public int Whole(string key, int whenAbsent, int least, int most)
    {
        if (Text(key) is not { } text)
        {
            return whenAbsent;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new SettingException(key, text, $"a whole number from {least} to {most}");
    }

    /// <summary>An IP address by which others can reach this machine: not one that stands for all.</summary>
    public IPAddress Address(string key, IPAddress whenAbsent)
    {
        if (Text(key) is not { } text)
        {
            return whenAbsent;
        }

        return IPAddress.TryParse(text, out IPAddress? address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)
            ? address
            : throw new SettingException(key, text, "the IP address of this machine by which the others reach it, such as 10.0.0.5");
    }

    /// <summary>A time, written as hours:minutes:seconds.</summary>
    public TimeSpan Time(string key, TimeSpan whenAbsent, TimeSpan least, TimeSpan most)
    {
        if (Text(key) is not { } text)
        {
            return whenAbsent;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time) && time >= least && time <= most
            ? time
            : throw new SettingException(key, text, $"a time from {least:c} to {most:c}, written as hours:minutes:seconds");
    }

    /// <summary>True or false.</summary>
    public bool Flag(string key, bool whenAbsent) => Text(key) is not { } text
        ? whenAbsent
        : bool.TryParse(text, out bool flag) ? flag : throw new SettingException(key, text, "true or false");
}
