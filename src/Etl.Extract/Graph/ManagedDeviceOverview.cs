using System.Text.Json;
using Etl.Model.Sources;

namespace Etl.Extract.Graph;

/// <summary>
/// Intune's own count of its devices. Lists that end early without an error are known, and this is how they are found out.
/// </summary>
internal static class ManagedDeviceOverview
{
    /// <summary>The count; null, with a warning, where it cannot be read: the devices themselves matter more.</summary>
    public static async Task<long?> ReadCountAsync(GraphConnection connection, SourceReport report, CancellationToken cancellationToken)
    {
        using var body = new PageBody();
        try
        {
            return await GraphRetry.Create(connection, report).ExecuteAsync(async token =>
            {
                report.Requests++;
                var request = connection.Client.DeviceManagement.ManagedDeviceOverview.ToGetRequestInformation();
                await connection.FetchAsync(request, body, token);
                return Parse(body.Json);
            }, cancellationToken);
        }
        catch (GraphFault fault)
        {
            report.Warnings.Add($"deviceManagement/managedDeviceOverview could not be read ({fault.Message}); " +
                                "the managed devices are not checked against Graph's own count.");
            return null;
        }
    }

    private static long Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.GetProperty("enrolledDeviceCount").GetInt64();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new GraphFault("it holds no enrolledDeviceCount", e) { IsTransient = e is JsonException };
        }
    }
}
