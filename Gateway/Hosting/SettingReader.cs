using System.Globalization;

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

    /// <summary>True or false.</summary>
    public bool Flag(string key, bool whenAbsent) => Text(key) is not { } text
        ? whenAbsent
        : bool.TryParse(text, out bool flag) ? flag : throw new SettingException(key, text, "true or false");
}
