using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;

namespace Units.Gateway.Messages;

/// <summary>Messages as JSON where the transcoder does not write them: with the values that are default, as it writes them too.</summary>
internal static class ProtoJson
{
    /// <summary>The types that travel as google.protobuf.Any.</summary>
    public static readonly TypeRegistry Types = TypeRegistry.FromFiles(
        ErrorInfo.Descriptor.File, V1.ReportConflict.Descriptor.File, V1.Unit.Descriptor.File, V1.Measure.Descriptor.File);

    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithTypeRegistry(Types));

    /// <summary>The text of a message.</summary>
    public static string Write(IMessage message) => Formatter.Format(message);
}
