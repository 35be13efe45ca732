using System.Text.Json;
using Units.Gateway.Messages;

namespace Units.Gateway.Hosting;

/// <summary>google.rpc.Status as JSON over HTTP shows it.</summary>
internal static class JsonErrors
{
    /// <summary>True for a status that names no reason.</summary>
    public static bool HasNoDetails(ReadOnlySpan<byte> body, out int code)
    {
        code = 0;
        try
        {
            Utf8JsonReader reader = new(body);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("code", out JsonElement number) && number.TryGetInt32(out code)
                && (!root.TryGetProperty("details", out JsonElement details) || details.ValueKind != JsonValueKind.Array || details.GetArrayLength() == 0);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The bytes of a status.</summary>
    public static byte[] Write(Google.Rpc.Status status) => System.Text.Encoding.UTF8.GetBytes(ProtoJson.Write(status));
}
