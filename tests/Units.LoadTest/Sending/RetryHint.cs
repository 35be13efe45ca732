namespace Units.LoadTest.Sending;

/// <summary>Whether a refusal says when to come again.</summary>
internal static class RetryHint
{
    /// <summary>True where its details, as a header has them, have a google.rpc.RetryInfo. They are not parsed for it: a generator has no time to spare when it is refused most.</summary>
    public static bool IsIn(string details)
    {
        Span<byte> bytes = stackalloc byte[details.Length];
        // A header leaves out what fills the last group up.
        int whole = details.Length / 4 * 4;
        return Convert.TryFromBase64Chars(details.AsSpan(0, whole), bytes, out int written) && bytes[..written].IndexOf("google.rpc.RetryInfo"u8) >= 0;
    }
}
