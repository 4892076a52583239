using System.Data;
using Dapper;

namespace Etl.Warehouse;

/// <summary>How Dapper reads our rows: names in lower_snake, instants as UTC.</summary>
internal static class DapperSetup
{
    private static readonly Lazy<bool> Applied = new(Apply);

    public static void Ensure() => _ = Applied.Value;

    private static bool Apply()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // Dapper's own map gives a stored instant the offset of the machine.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new UtcInstantHandler());
        // SqlClient would take an instant for a datetime, which counts in three-hundredths of a second.
        SqlMapper.AddTypeMap(typeof(DateTime), DbType.DateTime2);
        SqlMapper.AddTypeMap(typeof(DateTime?), DbType.DateTime2);
        return true;
    }

    private sealed class UtcInstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.DateTime2;
            parameter.Value = value.UtcDateTime;
        }

        public override DateTimeOffset Parse(object value) =>
            new(DateTime.SpecifyKind((DateTime)value, DateTimeKind.Utc), TimeSpan.Zero);
    }
}
