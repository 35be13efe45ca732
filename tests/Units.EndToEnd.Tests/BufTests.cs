using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Net.Client;
using Grpc.Reflection.V1Alpha;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests;

/// <summary>The check of the contract itself: it passes, and it finds what it is there to find.</summary>
public sealed class BufTests
{
    private static readonly string Protos = Repository.File("Gateway/Protos");

    [Fact]
    public async Task The_protos_keep_the_rules_the_format_and_the_frozen_contract()
    {
        (int code, string output, string errors) = await Check(Protos);

        Assert.True(code == 0, output + errors);
        Assert.Contains("no finding", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  string delta = 3;", "  int64 delta = 3;", "\"delta\"", "buf breaking")]
    [InlineData("  string content_sha256 = 5;", "  string contentSha = 5;", "contentSha", "buf lint")]
    [InlineData("  string content_sha256 = 5;", "    string content_sha256 = 5;", "content_sha256", "buf format")]
    public async Task A_finding_fails_the_check_and_is_named(string there, string planted, string named, string check)
    {
        using TestDirectory directory = new();
        Copy(Path.Combine(Protos, "units/v1"), directory.File("units/v1"));
        string file = directory.File("units/v1/report.proto");
        string text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains(there, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(there, planted, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        (int code, string output, string errors) = await Check(directory.Path);

        Assert.Equal(1, code);
        Assert.Contains(named, output + errors, StringComparison.Ordinal);
        Assert.Contains($".ci/buf: {check}", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_frozen_contract_has_every_method_that_the_process_serves_and_no_other()
    {
        await using UnitsProcess units = await UnitsProcess.Started();
        using GrpcChannel channel = GrpcChannel.ForAddress(units.GrpcUrl);
        using var call = new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo(
            deadline: Api.In(TimeSpan.FromSeconds(30)), cancellationToken: TestContext.Current.CancellationToken);
        SortedSet<string> served = new(StringComparer.Ordinal);
        foreach (string service in (await Ask(new ServerReflectionRequest { ListServices = "" })).ListServicesResponse.Service
            .Select(s => s.Name).Where(s => s.StartsWith("units.v1.", StringComparison.Ordinal)))
        {
            ServerReflectionResponse answer = await Ask(new ServerReflectionRequest { FileContainingSymbol = service });
            served.UnionWith(Methods(answer.FileDescriptorResponse.FileDescriptorProto.Select(FileDescriptorProto.Parser.ParseFrom)));
        }

        // What is served as an error in a stream of receipts can be read by whoever knows nothing but reflection.
        ServerReflectionResponse status = await Ask(new ServerReflectionRequest { FileContainingSymbol = "google.rpc.Status" });
        Assert.NotEmpty(status.FileDescriptorResponse.FileDescriptorProto);

        byte[] image = await File.ReadAllBytesAsync(Path.Combine(Protos, "units.v1.binpb"), TestContext.Current.CancellationToken);
        Assert.NotEmpty(served);
        Assert.Equal(served, Methods(FileDescriptorSet.Parser.ParseFrom(image).File));

        async Task<ServerReflectionResponse> Ask(ServerReflectionRequest request)
        {
            await call.RequestStream.WriteAsync(request, TestContext.Current.CancellationToken);
            Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            return call.ResponseStream.Current;
        }
    }

    private static SortedSet<string> Methods(IEnumerable<FileDescriptorProto> files) => new(
        files.Where(f => f.Package == "units.v1")
            .SelectMany(f => f.Service, (f, s) => (File: f, Service: s))
            .SelectMany(s => s.Service.Method, (s, m) =>
                $"{s.Service.Name}.{m.Name}({m.ClientStreaming} {m.InputType}) returns ({m.ServerStreaming} {m.OutputType})"),
        StringComparer.Ordinal);

    private static Task<(int Code, string Output, string Errors)> Check(string protos) =>
        Command.Run(Repository.Root, new Dictionary<string, string> { ["UNITS_PROTOS"] = protos }, Repository.File(".ci/buf"));

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
