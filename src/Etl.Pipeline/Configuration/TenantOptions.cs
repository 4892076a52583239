using Etl.Extract.ActiveDirectory;
using Etl.Extract.Graph;

namespace Etl.Pipeline.Configuration;

/// <summary>One tenant: its name in the warehouse, its Graph, and where its AD exports lie, if it has any (<c>Tenants[]</c>).</summary>
public sealed record TenantOptions
{
    /// <summary>The tenant's name in the warehouse and in exports.</summary>
    public required string Name { get; init; }
    public required GraphOptions Graph { get; init; }
    public AdOptions? ActiveDirectory { get; init; }
}
