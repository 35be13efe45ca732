using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Units.Gateway.Watching;

/// <summary>Resume tokens: which version of each unit a watcher has, bound to the ledger and the question.</summary>
/// <remarks>Bytes: format, 8 of the ledger's id, 8 of a hash of the question, then of each unit, in the order of the request, 0 where nothing
/// of it was sent, else epoch + 1 and n.</remarks>
internal static class ResumeTokens
{
    private const byte Format = 1;
    private const int MarkLength = 8;
    private const int HeadLength = 1 + (2 * MarkLength);
    private const int MaxVarint = 10;

    /// <summary>The bytes that every token of a watch begins with.</summary>
    public static byte[] Head(Guid ledger, string question)
    {
        byte[] head = new byte[HeadLength];
        head[0] = Format;
        ledger.ToByteArray(bigEndian: true).AsSpan(0, MarkLength).CopyTo(head.AsSpan(1));
        SHA256.HashData(Encoding.UTF8.GetBytes(question)).AsSpan(0, MarkLength).CopyTo(head.AsSpan(1 + MarkLength));
        return head;
    }

    /// <summary>The token of these versions.</summary>
    public static string Write(byte[] head, ReadOnlySpan<UnitVersion?> versions)
    {
        byte[] bytes = new byte[HeadLength + (versions.Length * 2 * MaxVarint)];
        head.CopyTo(bytes, 0);
        int at = HeadLength;
        foreach (UnitVersion? sent in versions)
        {
            // A leaf without reports is at 0.0, which is something that was sent.
            at = Write(bytes, at, sent is { } any ? any.Epoch + 1 : 0);
            if (sent is { } version)
            {
                at = Write(bytes, at, version.N);
            }
        }

        return Base64Url.EncodeToString(bytes.AsSpan(0, at));
    }

    /// <summary>The versions of a token; null where it is none, or of another ledger or question.</summary>
    public static UnitVersion?[]? Read(byte[] head, string token, int units)
    {
        if (token.Length > 4 * (HeadLength + (units * 2 * MaxVarint)) || !Base64Url.IsValid(token))
        {
            return null;
        }

        ReadOnlySpan<byte> bytes = Base64Url.DecodeFromChars(token);
        if (!bytes.StartsWith(head))
        {
            return null;
        }

        UnitVersion?[] versions = new UnitVersion?[units];
        int at = HeadLength;
        for (int i = 0; i < units; i++)
        {
            long n = 0;
            if (!TryRead(bytes, ref at, out long epochAndOne) || (epochAndOne > 0 && !TryRead(bytes, ref at, out n)))
            {
                return null;
            }

            versions[i] = epochAndOne > 0 ? new UnitVersion(epochAndOne - 1, n) : null;
        }

        return at == bytes.Length ? versions : null;
    }

    private static int Write(byte[] bytes, int at, long value)
    {
        ulong rest = checked((ulong)value);
        for (; rest >= 0x80; rest >>= 7)
        {
            bytes[at++] = (byte)((rest & 0x7F) | 0x80);
        }

        bytes[at++] = (byte)rest;
        return at;
    }

    private static bool TryRead(ReadOnlySpan<byte> bytes, ref int at, out long value)
    {
        value = 0;
        for (int shift = 0; shift < 63; shift += 7)
        {
            if (at == bytes.Length)
            {
                return false;
            }

            byte next = bytes[at++];
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
