using System.Globalization;
using Etl.Extract.Archive;
using Etl.Extract.Graph;
using Etl.Model.Sources;
using Etl.Model.Values;

namespace Etl.Extract.Tests.Graph;

/// <summary>A server, a clock and an archive folder for one test, and the two sources over them.</summary>
public abstract class GraphTest : IAsyncLifetime
{
    protected const string Token = "test-token-7f3a";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("etl-graph-");

    internal GraphServer Server { get; private set; } = null!;

    internal ImpatientClock Clock { get; } = new();

    protected string Folder => _folder.FullName;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected GraphOptions Options { get; set; } = new();

    public async ValueTask InitializeAsync()
    {
        Server = await GraphServer.StartAsync();
        Server.On(GraphServer.Overview, Answer.Json("""{"enrolledDeviceCount": 3}"""));
        Options = new GraphOptions { BaseUrl = Server.BaseUrl, Credential = GraphCredential.AccessToken, AccessToken = new Secret(Token) };
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>JSON of a usable device.</summary>
    protected static string Device(int number, string more = "") => string.Create(CultureInfo.InvariantCulture,
        $$"""{"id":"e{{number}}","deviceId":"00000000-0000-4000-8000-{{number:000000000000}}"{{more}}}""");

    /// <summary>JSON of a usable managed device.</summary>
    protected static string Managed(int number, string more = "") => string.Create(CultureInfo.InvariantCulture,
        $$"""{"id":"m{{number}}"{{more}}}""");

    protected async Task<Reading<EntraDevice>> ReadDevicesAsync(IProgress<SourceProgress>? progress = null)
    {
        using var connection = new GraphConnection(Options, Clock);
        return await Reading<EntraDevice>.OfAsync(new EntraDeviceSource(connection, RunArchive.In(Folder), progress));
    }

    protected async Task<Reading<ManagedDevice>> ReadManagedDevicesAsync(
        bool withPrimaryUser = true, IProgress<SourceProgress>? progress = null)
    {
        using var connection = new GraphConnection(Options, Clock);
        return await Reading<ManagedDevice>.OfAsync(new ManagedDeviceSource(connection, RunArchive.In(Folder), withPrimaryUser, progress));
    }
}

/// <summary>All that a source gave.</summary>
public sealed record Reading<T>(IReadOnlyList<SourcePage<T>> Pages, SourceReport Report)
{
    public IReadOnlyList<T> Records => [.. Pages.SelectMany(page => page.Records)];

    public IReadOnlyList<RejectedRow> Rejected => [.. Pages.SelectMany(page => page.Rejected)];

    internal static async Task<Reading<T>> OfAsync(ISource<T> source)
    {
        var pages = new List<SourcePage<T>>();
        await foreach (var page in source.ReadAsync(TestContext.Current.CancellationToken)) pages.Add(page);
        return new Reading<T>(pages, source.Report);
    }
}
