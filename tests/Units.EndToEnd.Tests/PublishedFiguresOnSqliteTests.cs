using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests;

/// <summary>On SQLite.</summary>
public sealed class PublishedFiguresOnSqliteTests(RunningOnSqlite running) : PublishedFiguresTests(running), IClassFixture<RunningOnSqlite>;
