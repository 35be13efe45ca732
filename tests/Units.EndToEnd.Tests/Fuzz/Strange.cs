using System.Globalization;
using System.Text;

namespace Units.EndToEnd.Tests.Fuzz;

/// <summary>Values that programs stumble over.</summary>
internal static class Strange
{
    private static readonly string[] Texts =
    [
        "", " ", "a", "0", "-0", "-1", "1e5", "NaN", "Infinity", "1.234,5", "１２３", "99999999999999999999", "-100000000000000001", "0.0000001",
        "12.", ".5", "+1", "--1", "null", "true", "2025-13", "2025-00", "0000-01", "2399-12", "1900-01", "2025-Q5", "2025-Q0", "2025/2024",
        "2026-12/2020-01", "1900-01/2399-12", "2025-1", "25-07", "2025-07-32", "2025-02-29", "2024-02-29", "9999-12-31", "units/ha-noi", "..", "../../etc",
        "%", "%00", "'; DROP TABLE journal; --", "${jndi:x}", "<script>", "\u0000", "\t\r\n", "\u202Egnoc", "Đà Nẵng", "e\u0301", "\U0001F600", "\uFEFFa",
        "ASSIGNED", "CON", "*", "?", "#", "a b", "ha-noi\n", "A", "ho-so ", "\"", "\\", "{}", "[]",
    ];

    private static readonly long[] Numbers =
        [0, 1, -1, 2, 7, 100, 1000, 1001, 10_001, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, 315_537_897_599, -62_135_596_801];

    /// <summary>A text: one of the list, a long one, or part of what was there.</summary>
    public static string Text(Random random, string was) => WellFormed(Any(random, was));

    private static string Any(Random random, string was) => random.Next(8) switch
    {
        0 => new string((char)random.Next('a', 'z'), random.Next(1, 5000)),
        1 => was + was,
        2 => was.Length == 0 ? "x" : was[..random.Next(was.Length)],
        3 => was.ToUpper(CultureInfo.InvariantCulture),
        4 => was.Length == 0 ? "-" : Replaced(random, was),
        _ => Texts[random.Next(Texts.Length)],
    };

    /// <summary>A whole number.</summary>
    public static long Number(Random random) => random.Next(4) == 0 ? random.NextInt64() : Numbers[random.Next(Numbers.Length)];

    /// <summary>Half a surrogate pair cannot be sent at all.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Replaced(Random random, string was)
    {
        char[] letters = was.ToCharArray();
        letters[random.Next(letters.Length)] = (char)random.Next(' ', 0x300);
        return new string(letters);
    }
}
