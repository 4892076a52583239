using Etl.Extract.Archive;
using Etl.Model.Sources;

namespace Etl.Extract.Graph;

/// <summary>The <c>device</c> objects of Microsoft Entra. Needs the application permission <c>Device.Read.All</c>.</summary>
public sealed class EntraDeviceSource(GraphConnection connection, RunArchive archive, IProgress<SourceProgress>? progress = null)
    : ISource<EntraDevice>
{
    internal static readonly GraphList List = new()
    {
        Source = SourceKind.Entra,
        Path = "devices",
        ArchivePrefix = "entra-devices",
        Permission = "Device.Read.All",
        LargestPage = 999,
        Properties = EntraDeviceParser.Properties.Names,
        Keys = ["id", "deviceId"],
        First = (client, select, top) => client.Devices.ToGetRequestInformation(request =>
        {
            request.QueryParameters.Select = select;
            request.QueryParameters.Top = top;
        }),
        Next = (client, link) => client.Devices.WithUrl(link).ToGetRequestInformation(),
    };

    public SourceReport Report { get; } = new(SourceKind.Entra);

    public IAsyncEnumerable<SourcePage<EntraDevice>> ReadAsync(CancellationToken cancellationToken) =>
        new GraphListing<EntraDevice>(connection, List, archive, Report, progress)
            .ReadAsync(EntraDeviceParser.Properties, new EntraDeviceParser(), cancellationToken);
}
