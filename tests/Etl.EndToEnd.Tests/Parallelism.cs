using Etl.EndToEnd.Tests.Running;
using Xunit.Sdk;
using Xunit.v3;

// Most of a test is waiting for a child process, a retry or a lock, so more run at once than there are processors.
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 6)]
[assembly: AssemblyFixture(typeof(SimulatedDays))]
