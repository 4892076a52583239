using Etl.Warehouse.DuckDb;

namespace Etl.Warehouse.Tests;

public sealed class DuckDbRunJournalTests : RunJournalContract, IDisposable
{
    private readonly TestFolder _folder;

    public DuckDbRunJournalTests()
        : this(new TestFolder())
    {
    }

    private DuckDbRunJournalTests(TestFolder folder)
        : base(new DuckDbWarehouse(folder.Options, TimeProvider.System)) => _folder = folder;

    public void Dispose() => _folder.Dispose();
}
