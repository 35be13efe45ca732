namespace Units.LoadTest.SelfTest;

/// <summary>Where a Units of our own keeps its data.</summary>
internal interface IProductStorage : IAsyncDisposable
{
    /// <summary>The settings that make Units keep them there.</summary>
    IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>The journal as <see cref="Checking.CheckPlan.Journal"/> names it.</summary>
    string Journal { get; }

    /// <summary>A copy to tamper with, without what only saves time. Nobody may use the original meanwhile.</summary>
    Task<IProductStorage> Copy();
}
