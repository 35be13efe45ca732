using Units.Silo;

namespace Units.EndToEnd.Tests.Support;

/// <summary>A process on the PostgreSQL server that tests share.</summary>
public sealed class RunningOnPostgres(Databases databases) : RunningUnits
{
    internal override Task<UnitsData> NewData() => databases.New(StorageProvider.Postgres);
}
