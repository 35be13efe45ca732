using Units.Monitor.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

// Two processors: tests that measure times run alone, and a browser takes one.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(SmallCountry))]
[assembly: AssemblyFixture(typeof(DemoProvinces))]
