using DuckDB.NET.Data;
using Etl.Warehouse.Migrations;

namespace Etl.Benchmarks.Floor;

/// <summary>The product's staging table in a fresh file, as it was first made: all ids are text. Filled by the appender.</summary>
internal sealed class FloorTable : IDisposable
{
    private readonly DuckDBConnection _connection;
    private readonly DuckDBAppender _appender;
    private int _rows;

    public FloorTable(string path)
    {
        _connection = new DuckDBConnection($"Data Source={path}");
        _connection.Open();
        Execute("CREATE SCHEMA staging");
        Execute(SqlScripts.Embedded("duckdb").In("up")
            .Single(script => script.Name.EndsWith("_create_staging_classified_device.sql", StringComparison.Ordinal)).Text);
        _appender = _connection.CreateAppender("staging", "classified_device");
    }

    /// <summary>One row of what stands at the same place of the three lists; any of them may have ended, not all.</summary>
    public void Append(FloorDevice? e, FloorManagedDevice? m, FloorComputer? a)
    {
        var row = _appender.CreateRow();
        row.AppendValue(++_rows)
            .AppendValue(e?.DeviceId ?? a?.ObjectGuid.ToString() ?? m!.Id)
            .AppendValue(m?.DeviceName ?? e?.DisplayName ?? a!.Name)
            .AppendValue((short)1)
            .AppendValue((short)(m is null ? 0 : 1))
            .AppendValue(m?.DeviceEnrollmentType ?? "None")
            .AppendValue((short)1)
            .AppendValue((short)1)
            .AppendValue(m?.ComplianceState ?? "unknown")
            .AppendValue(m?.ManagementAgent ?? "none")
            .AppendValue((short)1)
            .AppendValue((short)1);
        row.AppendValue(m is not null)
            .AppendValue(true)
            .AppendValue(m is not null)
            .AppendValue(e is not null)
            .AppendValue(m is not null)
            .AppendValue(a is not null)
            .AppendValue(e?.ProfileType is not null)
            .AppendValue(false)
            .AppendValue(e?.IsManaged);
        row.AppendValue("ObjectGuid")
            .AppendValue("DeviceId")
            .AppendValue(1)
            .AppendValue(m?.OsVersion ?? e?.OperatingSystemVersion ?? a!.OperatingSystemVersion)
            .AppendValue((e?.ApproximateLastSignInDateTime ?? a?.LastLogon)?.UtcDateTime)
            .AppendValue(m?.LastSyncDateTime?.UtcDateTime)
            .AppendValue(_rows & 127);
        row.AppendValue(e?.RegistrationDateTime?.UtcDateTime)
            .AppendValue(m?.EnrolledDateTime?.UtcDateTime)
            .AppendValue(m?.SerialNumber)
            .AppendValue(m?.Manufacturer ?? e?.Manufacturer)
            .AppendValue(m?.Model ?? e?.Model)
            .AppendValue(a?.DistinguishedName)
            .AppendValue(m?.UserPrincipalName)
            .AppendValue(e?.Id)
            .AppendValue(m?.Id)
            .AppendValue(a?.DistinguishedName)
            .AppendValue(a?.Sid)
            .AppendValue((long)_rows)
            .AppendValue((long)_rows)
            .EndRow();
    }

    public void Dispose()
    {
        _appender.Dispose();
        _connection.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
