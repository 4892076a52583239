using System.Runtime.CompilerServices;
using Etl.Extract.Archive;
using Etl.Model.Sources;

namespace Etl.Extract.Graph;

/// <summary>
/// The <c>managedDevice</c> objects of Intune, and Intune's own count of them. Needs the application permission
/// <c>DeviceManagementManagedDevices.Read.All</c>.
/// </summary>
/// <param name="withPrimaryUser">False (<c>Privacy:PrimaryUser</c> is Drop): Graph is not even asked for the user's name.</param>
public sealed class ManagedDeviceSource(
    GraphConnection connection, RunArchive archive, bool withPrimaryUser = true, IProgress<SourceProgress>? progress = null)
    : ISource<ManagedDevice>
{
    internal static readonly GraphList List = new()
    {
        Source = SourceKind.Intune,
        Path = "deviceManagement/managedDevices",
        ArchivePrefix = "intune-managed-devices",
        Permission = "DeviceManagementManagedDevices.Read.All",
        LargestPage = 1_000,
        Properties = ManagedDeviceParser.Properties.Names,
        Keys = ["id", "azureADDeviceId"],
        First = (client, select, top) => client.DeviceManagement.ManagedDevices.ToGetRequestInformation(request =>
        {
            request.QueryParameters.Select = select;
            request.QueryParameters.Top = top;
        }),
        Next = (client, link) => client.DeviceManagement.ManagedDevices.WithUrl(link).ToGetRequestInformation(),
    };

    private static readonly GraphList ListWithoutUser = List with
    {
        Properties = [.. List.Properties.Where(property => property != ManagedDeviceParser.PrimaryUser)],
    };

    public SourceReport Report { get; } = new(SourceKind.Intune);

    /// <summary>Whether a property is one that is asked for, and tells of the device, not of its user.</summary>
    public static bool IsOfTheDevice(string property) =>
        property != ManagedDeviceParser.PrimaryUser && List.Properties.Contains(property, StringComparer.Ordinal);

    public async IAsyncEnumerable<SourcePage<ManagedDevice>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Report.ControlCount = await ManagedDeviceOverview.ReadCountAsync(connection, Report, cancellationToken);
        var listing = new GraphListing<ManagedDevice>(connection, withPrimaryUser ? List : ListWithoutUser, archive, Report, progress);
        var records = new ManagedDeviceParser(withPrimaryUser);
        await foreach (var page in listing.ReadAsync(ManagedDeviceParser.Properties, records, cancellationToken)) yield return page;
    }
}
