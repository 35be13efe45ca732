using Units.TestSupport;
using Xunit;

namespace Units.LoadTest.Tests.Contenders;

/// <summary>One PostgreSQL server for the tests of a class; each test has a database of its own.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? _server;

    /// <summary>The server.</summary>
    public PostgresServer Server => _server ?? throw new InvalidOperationException("The server does not run yet.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _server = await PostgresServer.Start();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? default;
}
