namespace Units.Monitor.Tests.Support;

/// <summary>One browser for the tests of a class, which come one after another: each start of one costs two seconds of a processor.</summary>
public sealed class SharedBrowser : IDisposable
{
    internal Browser Browser { get; } = new();

    public void Dispose() => Browser.Dispose();
}
