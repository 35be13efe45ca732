using Xunit.Sdk;
using Xunit.v3;

// Every test here runs processes on a machine of two cores: side by side they would only measure each other.
[assembly: Parallelization(Mode = ParallelMode.None)]
