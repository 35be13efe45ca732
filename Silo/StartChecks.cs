using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Units.Gateway.Hosting;
using Units.Silo.SampleData;
using Units.Silo.Storage;

namespace Units.Silo;

/// <summary>What would stop the start later, and then with a stack trace, is looked at before anything starts, and told in a sentence.</summary>
internal static class StartChecks
{
    /// <summary>Judges the addresses, tries the ports, reads the sample data and opens storage.</summary>
    /// <exception cref="StartRefusedException">The process cannot start as things are.</exception>
    public static async Task Run(IServiceProvider services, SiloOptions options)
    {
        GatewayOptions gateway = services.GetRequiredService<IOptions<GatewayOptions>>().Value;
        RequireFree("Units:Http:Url", gateway.Http);
        RequireFree("Units:Grpc:Url", gateway.Grpc);
        RequireOwn(options.Address);
        RequireFree(SiloOptions.SiloPortKey, options.Address, options.SiloPort);
        RequireFree(SiloOptions.GatewayPortKey, options.Address, options.GatewayPort);
        if (options.SampleData)
        {
            SampleReader.Read(options.SampleDataDirectory);
        }

        if (options.StorageProvider == StorageProvider.Postgres)
        {
            await PostgresSchema.RequireCurrent(services.GetRequiredService<PostgresDatabase>());
            if (await LaterSelves.Forget(services.GetRequiredService<MembershipConnections>().Source, options.Address, options.SiloPort) is > 0 and long rows)
            {
                StorageLog.LaterSelvesForgotten(services.GetRequiredService<ILogger<SiloOptions>>(), rows);
            }
        }
        else
        {
            OpenDirectory(services, options);
        }
    }

    /// <summary>What to tell whoever started the process, or null for what is no trouble of theirs.</summary>
    public static string? Message(Exception exception) => exception switch
    {
        SettingException or OptionsValidationException or StartRefusedException => exception.Message,
        SampleFormatException => $"{exception.Message} (Units:SampleData:Directory names the directory, Units:SampleData:Enabled=false goes without.)",

        // Kestrel's own words have the address.
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => exception.Message,
        _ => null,
    };

    private static void RequireFree(string key, IPAddress address, int port) =>
        RequireFree(key, port.ToString(CultureInfo.InvariantCulture), address, port);

    private static void RequireOwn(IPAddress address)
    {
        try
        {
            using TcpListener listener = new(address, 0);
            listener.Start();
        }
        catch (SocketException e)
        {
            throw new SettingException(SiloOptions.AddressKey, address.ToString(), $"an address of this machine ({e.Message})");
        }
    }

    private static void RequireFree(string key, Gateway.Hosting.EndpointOptions endpoint)
    {
        Uri url = new(endpoint.Url);
        RequireFree(key, endpoint.Url, IPAddress.TryParse(url.DnsSafeHost, out IPAddress? address) ? address : IPAddress.Loopback, url.Port);
    }

    // Somebody may still take it in the moment between; then the start ends in the words of whoever finds it taken.
    private static void RequireFree(string key, string value, IPAddress address, int port)
    {
        try
        {
            using TcpListener listener = new(address, port);
            listener.Start();
        }
        catch (SocketException e)
        {
            throw new SettingException(key, value, $"a port that is free on this machine ({e.Message})");
        }
    }

    private static void OpenDirectory(IServiceProvider services, SiloOptions options)
    {
        try
        {
            _ = services.GetRequiredService<IStorage>();
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StartRefusedException(
                $"{e.Message} The data directory is '{Path.GetFullPath(options.StorageDirectory)}'; the setting is {SiloOptions.Name(SiloOptions.StorageDirectoryKey)}.");
        }
    }
}
