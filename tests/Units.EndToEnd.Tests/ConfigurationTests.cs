using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests;

/// <summary>What is wrong stops the start: exit code 1, and a sentence that names the setting. Never a stack trace.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Units__Silo__Port", "70000")]
    [InlineData("Units__Silo__Port", "eleven")]
    [InlineData("Units__Silo__GatewayPort", "0")]
    [InlineData("Units__Silo__Address", "0.0.0.0")]
    [InlineData("Units__Silo__Address", "silo-1")]
    [InlineData("Units__Silo__Address", "192.0.2.1")]
    [InlineData("Units__Silo__ProbeTimeout", "2")]
    [InlineData("Units__DrainTime", "soon")]
    [InlineData("Units__Storage__Provider", "Oracle")]
    [InlineData("Units__SampleData__Enabled", "perhaps")]
    [InlineData("Units__Http__Url", "localhost")]
    [InlineData("Units__Http__Url", "https://localhost:18443")]
    [InlineData("Units__Grpc__Url", "http://localhost:18081/path")]
    [InlineData("Units__Http__Url", "http://0.0.0.0:18080")]
    [InlineData("Units__Grpc__Url", "http://192.168.1.20:18081")]
    public async Task A_wrong_value_stops_the_start_and_is_named(string variable, string value)
    {
        await using UnitsProcess units = new();
        units.Settings[variable] = value;

        await Start.IsRefused(units, variable, variable.Replace("__", ":", StringComparison.Ordinal), $"'{value}'");
    }

    [Fact]
    public async Task One_port_for_two_things_stops_the_start()
    {
        await using UnitsProcess both = new();
        both.Settings["Units__Grpc__Url"] = both.HttpUrl;
        await Start.IsRefused(both, "Units__Grpc__Url", "Units:Grpc:Url", "the same port", "Units:Http:Url");

        await using UnitsProcess silo = new();
        silo.Settings["Units__Silo__Port"] = silo.Settings["Units__Silo__GatewayPort"];
        await Start.IsRefused(silo, "Units__Silo__GatewayPort", "Units:Silo:GatewayPort", "Units:Silo:Port");

        await using UnitsProcess http = new();
        http.Settings["Units__Silo__Port"] = new Uri(http.HttpUrl).Port.ToString(CultureInfo.InvariantCulture);
        await Start.IsRefused(http, "Units__Silo__Port", "Units:Silo:Port", "Units:Http:Url");
    }

    [Fact]
    public async Task A_port_on_which_another_program_listens_stops_the_start()
    {
        await using UnitsProcess http = new();
        using (TcpListener listener = Listen(new Uri(http.HttpUrl).Port))
        {
            await Start.IsRefused(http, "Units__Http__Url", "Units:Http:Url", http.HttpUrl["http://localhost".Length..]);
        }

        await using UnitsProcess silo = new();
        using (TcpListener listener = Listen(silo.GatewayPort))
        {
            await Start.IsRefused(silo, "Units__Silo__GatewayPort", "Units:Silo:GatewayPort", $"'{silo.GatewayPort}'");
        }

        static TcpListener Listen(int port)
        {
            TcpListener listener = new(IPAddress.Loopback, port);
            listener.Start();
            return listener;
        }
    }

    [Fact]
    public async Task A_data_directory_that_another_process_holds_stops_the_start_and_does_not_disturb_the_other()
    {
        await using UnitsProcess first = await UnitsProcess.Started();
        await using UnitsProcess second = new();
        second.Settings["Units__Storage__Directory"] = first.Files.Directory;

        await Start.IsRefused(second, "Units__Storage__Directory", "Units:Storage:Directory", first.Files.Directory, "in use by another process");
        Assert.Equal(HttpStatusCode.OK, await first.Health("ready"));
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_one_stops_the_start()
    {
        await using UnitsProcess units = new();
        using TestDirectory directory = new();
        string file = directory.File("a-file");
        await File.WriteAllTextAsync(file, "no directory", TestContext.Current.CancellationToken);
        units.Settings["Units__Storage__Directory"] = file;

        await Start.IsRefused(units, "Units__Storage__Directory", "Units:Storage:Directory", file);
    }

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_and_is_left_as_it_is()
    {
        const string Text = "This is no database, and somebody may still want to read it. It is longer than the header of one, which is 100 bytes.";
        await using UnitsProcess units = new();
        Directory.CreateDirectory(units.Files.Directory);
        await File.WriteAllTextAsync(units.Files.Database, Text, TestContext.Current.CancellationToken);

        await Start.IsRefused(units, "Units__Storage__Directory", "Units:Storage:Directory", units.Files.Directory);
        Assert.Equal(Text, await File.ReadAllTextAsync(units.Files.Database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_database_of_a_newer_schema_stops_the_start()
    {
        await using UnitsProcess units = await UnitsProcess.Started();
        await units.Stop();
        units.Data.Alter("INSERT INTO schema_version (version, script) VALUES (99, '099_of_the_future.sql')");

        await Start.IsRefused(units, units.Files.Database, "schema version 99");
    }

    [Fact]
    public async Task Malformed_sample_data_stops_the_start_and_names_file_key_and_value()
    {
        await using UnitsProcess units = new(sampleData: true);
        using TestDirectory directory = new();
        units.Settings["Units__SampleData__Directory"] = directory.Path;
        await Start.IsRefused(units, directory.Path, "catalogue.json");

        await File.WriteAllTextAsync(
            directory.File("catalogue.json"),
            """{ "measures": [ { "id": "m-1", "kind": "sideways", "scale": 0, "unitOfMeasure": "x", "name": "x", "nameEn": "x" } ], "indicators": [] }""",
            TestContext.Current.CancellationToken);
        await Start.IsRefused(units, "catalogue.json", "measures[0].kind", "'sideways'");
    }
}
