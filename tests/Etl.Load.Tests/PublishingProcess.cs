using System.Diagnostics;
using Etl.Model.Devices;
using Etl.Model.Sources;
using Etl.Warehouse;

namespace Etl.Load.Tests;

/// <summary>This test program, started once more to publish a day and to be killed half way through it.</summary>
internal static class PublishingProcess
{
    public const string WhileStaging = "while staging";
    public const string BeforeCommit = "before commit";

    private const string ProviderVariable = "ETL_TEST_PUBLISH_PROVIDER";
    private const string ConnectionVariable = "ETL_TEST_PUBLISH_CONNECTION";
    private const string MomentVariable = "ETL_TEST_PUBLISH_MOMENT";

    public static IEnumerable<ClassifiedDevice> Devices => Enumerable.Range(2, 5_000).Select(Sample.Device);

    /// <summary>Starts the publish, waits until it has come to the moment, and kills it there.</summary>
    public static async Task KillAsync(WarehouseOptions options, string moment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(PublishingProcess).Assembly.Location);
        start.Environment[ProviderVariable] = options.Provider.ToString();
        start.Environment[ConnectionVariable] = options.ConnectionString;
        start.Environment[MomentVariable] = moment;
        using var process = Process.Start(start)!;
        (await process.StandardOutput.ReadLineAsync(cancellationToken)).ShouldBe(moment);
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>What this program does in place of testing where <see cref="KillAsync"/> started it; false where a runner did.</summary>
    public static async Task<bool> TryPublishAsync()
    {
        if (Environment.GetEnvironmentVariable(ConnectionVariable) is not { } connection) return false;
        var moment = Environment.GetEnvironmentVariable(MomentVariable);
        var publication = Sample.Publication(Sample.FirstDay.AddDays(1), Devices);
        publication = moment == WhileStaging
            ? publication with { Devices = Devices.Concat(Hang<ClassifiedDevice>(WhileStaging)) }
            : publication with { Rejected = Hang<RejectedRow>(BeforeCommit) };
        var provider = Enum.Parse<WarehouseProvider>(Environment.GetEnvironmentVariable(ProviderVariable)!);
        var warehouse = WarehouseFactory.Create(new WarehouseOptions { Provider = provider, ConnectionString = connection }, TimeProvider.System);
        await new DeviceLoader(warehouse, TimeProvider.System).PublishAsync(publication, progress: null, CancellationToken.None);
        return true;
    }

    private static IEnumerable<T> Hang<T>(string moment)
    {
        Console.WriteLine(moment);
        Console.ReadLine();
        yield break;
    }
}
