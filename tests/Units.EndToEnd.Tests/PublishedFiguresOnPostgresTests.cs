using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests;

/// <summary>On PostgreSQL.</summary>
public sealed class PublishedFiguresOnPostgresTests(RunningOnPostgres running) : PublishedFiguresTests(running), IClassFixture<RunningOnPostgres>;
