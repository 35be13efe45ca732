using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Units.EndToEnd.Tests.Fuzz;

/// <summary>Every method of units.v1, callable with bytes that need not be a message.</summary>
internal static class FuzzMethods
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(b => b, b => b);

    private static readonly ServiceDescriptor[] Services =
    [
        V1.UnitService.Descriptor, V1.CatalogService.Descriptor, V1.PlanService.Descriptor, V1.ReportService.Descriptor, V1.TotalService.Descriptor,
    ];

    /// <summary>They.</summary>
    public static IReadOnlyList<MethodDescriptor> All { get; } = [.. Services.SelectMany(s => s.Methods)];

    /// <summary>Calls a method with one request; of a stream the first answer, or null where it ends without one.</summary>
    public static async Task<byte[]?> Call(CallInvoker invoker, MethodDescriptor method, byte[] request, DateTime deadline)
    {
        CallOptions options = new(deadline: deadline);
        if (method.IsClientStreaming)
        {
            using AsyncDuplexStreamingCall<byte[], byte[]> duplex = invoker.AsyncDuplexStreamingCall(Raw(method, MethodType.DuplexStreaming), null, options);
            await duplex.RequestStream.WriteAsync(request);
            await duplex.RequestStream.CompleteAsync();
            return await First(duplex.ResponseStream);
        }

        if (method.IsServerStreaming)
        {
            using AsyncServerStreamingCall<byte[]> stream = invoker.AsyncServerStreamingCall(Raw(method, MethodType.ServerStreaming), null, options, request);
            return await First(stream.ResponseStream);
        }

        using AsyncUnaryCall<byte[]> call = invoker.AsyncUnaryCall(Raw(method, MethodType.Unary), null, options, request);
        return await call.ResponseAsync;
    }

    private static async Task<byte[]?> First(IAsyncStreamReader<byte[]> stream) => await stream.MoveNext(CancellationToken.None) ? stream.Current : null;

    private static Method<byte[], byte[]> Raw(MethodDescriptor method, MethodType type) => new(type, method.Service.FullName, method.Name, Bytes, Bytes);
}
