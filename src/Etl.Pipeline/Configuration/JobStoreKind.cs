namespace Etl.Pipeline.Configuration;

/// <summary>Where Quartz keeps its schedule.</summary>
public enum JobStoreKind
{
    /// <summary>In the process: each node has the whole schedule, the warehouse decides who works.</summary>
    Memory,

    /// <summary>In the warehouse, which must be SQL Server: nodes share the work, and what a node leaves another takes over.</summary>
    Warehouse,
}
