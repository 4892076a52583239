using System.Globalization;
using Etl.Model.Diagnosis;
using Etl.Model.Errors;

namespace Etl.Warehouse.DuckDb;

/// <summary>Whether the file is there, may be written, can be opened and has the current schema.</summary>
internal sealed class DuckDbExamination(WarehouseOptions options, TimeProvider timeProvider) : IWarehouseExamination
{
    private const string Check = "warehouse";

    private readonly string _path = DuckDbConnectionText.FilePath(options.ConnectionString);

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        if (!Path.Exists(_path)) return [Finding.Ok(Check, $"there is none at {_path} yet; the first `etl run` makes it.")];
        try
        {
            CheckMayWrite();
            var pending = await new DuckDbWarehouse(options, timeProvider).PendingAsync(cancellationToken);
            return pending.Count > 0
                ? [Finding.Warning(Check, DuckDbErrors.OlderSchema(_path).Message)]
                : [Finding.Ok(Check, string.Create(CultureInfo.InvariantCulture,
                    $"{_path} can be read and written, {new FileInfo(_path).Length / 1_048_576.0:N1} MiB; its schema is current."))];
        }
        catch (EtlException e)
        {
            return [Finding.Fails(Check, e)];
        }
    }

    // Before the library has it open: closing the file would let go of a lock that this process holds on it.
    private void CheckMayWrite()
    {
        var file = new FileInfo(_path);
        if (!file.Exists) return;
        if (file.IsReadOnly) throw DuckDbErrors.ReadOnlyFile(_path);
        try
        {
            using var _ = file.Open(FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        }
        catch (UnauthorizedAccessException e)
        {
            throw DuckDbErrors.ReadOnlyFile(_path, e);
        }
        catch (IOException)
        {
            // Another process has it open; the library says which.
        }
    }
}
