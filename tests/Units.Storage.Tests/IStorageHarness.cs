using Units.Grains.Storage;

namespace Units.Storage.Tests;

/// <summary>A database of its own for one test.</summary>
internal interface IStorageHarness : IAsyncDisposable
{
    IJournal Journal { get; }

    IRegistryStore Registry { get; }

    IKeptPages Pages { get; }

    /// <summary>Closes the database and opens it again.</summary>
    Task Reopen();

    /// <summary>Changes the database beside the product, as a later build's migration would.</summary>
    Task Alter(string sql);

    /// <summary>Keeps writers out until it is disposed.</summary>
    Task<IAsyncDisposable> TakeAway();
}
