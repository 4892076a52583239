namespace Etl.Warehouse.SqlServer;

/// <summary>Something that a run must be allowed to do.</summary>
/// <param name="Permission">As the server names it: <c>INSERT</c>.</param>
/// <param name="Kind"><see cref="Schema"/> or <see cref="Object"/>.</param>
/// <param name="Name"><c>staging</c>, <c>ops.run</c>.</param>
internal sealed record WriterRight(string Permission, string Kind, string Name)
{
    public const string Schema = "SCHEMA";
    public const string Object = "OBJECT";

    /// <summary>1 where the login of the connection has it.</summary>
    public const string Query = "SELECT HAS_PERMS_BY_NAME(@name, @kind, @permission)";

    public override string ToString() => $"{Permission} on {Name}";
}
