namespace Etl.Load.Tests;

public sealed class DuckDbReportQueriesTests : ReportQueriesContract, IDisposable
{
    private readonly TestFolder _folder;

    public DuckDbReportQueriesTests()
        : this(new TestFolder())
    {
    }

    private DuckDbReportQueriesTests(TestFolder folder)
        : base(folder.Warehouse()) => _folder = folder;

    public void Dispose() => _folder.Dispose();
}
