namespace Units.EndToEnd.Tests.Support;

/// <summary>A process on files.</summary>
public sealed class RunningOnSqlite : RunningUnits
{
    internal override Task<UnitsData> NewData() => Task.FromResult<UnitsData>(new SqliteData());
}
