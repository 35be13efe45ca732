using System.IO.Compression;
using System.Text;
using Units.Gateway.Errors;
using Units.Gateway.Requests;

namespace Units.Gateway.Monitor.Keeping;

/// <summary>Packs what is kept.</summary>
internal static class KeptBody
{
    private const int Quality = 9;
    private const int Window = 22;

    /// <summary>The bytes of a page.</summary>
    /// <exception cref="RefusedException">The page is longer than <see cref="KeptPage.MaxBytes"/>.</exception>
    public static byte[] Pack(string html)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(html);
        if (bytes.Length > KeptPage.MaxBytes)
        {
            throw new RefusedException(GatewayReasons.KeptPageTooLarge, Fields.Number(bytes.Length), Fields.Number(KeptPage.MaxBytes));
        }

        byte[] room = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, room, out int written, Quality, Window)
            ? room[..written]
            : throw new InvalidOperationException("A page does not compress.");
    }
}
