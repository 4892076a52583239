using Etl.Model.Values;
using Etl.Warehouse;

namespace Etl.Load;

/// <summary>
/// The devices of a tenant that were enrolled in a published snapshot of an earlier day, at most <see cref="Days"/> before: what
/// the rules need to tell <c>Unenrolled</c>. Holds 16 bytes a device, give or take a hash table.
/// </summary>
public sealed class EnrolledHistory
{
    public const int Days = 90;

    private readonly HashSet<Guid> _guids = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    private EnrolledHistory()
    {
    }

    public int Count => _guids.Count + _texts.Count;

    /// <summary>Reads the history as it stands before the snapshot of <paramref name="snapshotDate"/>.</summary>
    public static Task<EnrolledHistory> ReadAsync(
        IWarehouse warehouse, string tenant, DateOnly snapshotDate, CancellationToken cancellationToken)
    {
        return warehouse.UseAsync(WarehouseAccess.Read, Read, cancellationToken);

        async Task<EnrolledHistory> Read(WarehouseSession session)
        {
            var history = new EnrolledHistory();
            await using var command = await session.StreamingQueryAsync(
                "queries/enrolled_history.sql",
                [
                    ("tenant", tenant),
                    ("from_date", snapshotDate.AddDays(-Days)),
                    ("before_date", snapshotDate),
                ],
                cancellationToken);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                if (reader.IsDBNull(0)) history._texts.Add(reader.GetString(1));
                else history._guids.Add(reader.GetGuid(0));
            return history;
        }
    }

    /// <summary>Whether the device of this id was enrolled.</summary>
    public bool Contains(SourceId deviceId) =>
        deviceId.Guid is { } guid ? _guids.Contains(guid) : _texts.Contains(deviceId.OtherText!);
}
