using Etl.Benchmarks.Floor;
using Etl.Benchmarks.Measuring;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Etl.Benchmarks.Variants;

/// <summary>The same pages by the SDK's typed models and its PageIterator, as its documentation shows it.</summary>
internal sealed class SdkReading : Variant
{
    public override async Task<VariantFigures> MeasureAsync(VariantInput input, CancellationToken cancellationToken)
    {
        var clock = new StageClock();
        using var http = GraphClientFactory.Create();
        http.DefaultRequestHeaders.Add("Prefer", NeededProperties.Prefer);
        using var client = new GraphServiceClient(
            http, new BaseBearerTokenAuthenticationProvider(new FixedToken(input.Tenant.Token)), input.Tenant.BaseUrl);
        clock.End("read Entra", await ReadDevicesAsync(client, cancellationToken));
        clock.End("read Intune", await ReadManagedDevicesAsync(client, cancellationToken));
        return clock.ToFigures();
    }

    private static async Task<long> ReadDevicesAsync(GraphServiceClient client, CancellationToken cancellationToken)
    {
        var rows = 0L;
        var first = await client.Devices.GetAsync(request =>
        {
            request.QueryParameters.Select = [.. NeededProperties.Devices];
            request.QueryParameters.Top = NeededProperties.DevicesTop;
        }, cancellationToken);
        await PageIterator<Device, DeviceCollectionResponse>.CreatePageIterator(client, first!, _ => Count(ref rows)).IterateAsync(cancellationToken);
        return rows;
    }

    private static async Task<long> ReadManagedDevicesAsync(GraphServiceClient client, CancellationToken cancellationToken)
    {
        var rows = 0L;
        var first = await client.DeviceManagement.ManagedDevices.GetAsync(request =>
        {
            request.QueryParameters.Select = [.. NeededProperties.ManagedDevices];
            request.QueryParameters.Top = NeededProperties.ManagedDevicesTop;
        }, cancellationToken);
        await PageIterator<ManagedDevice, ManagedDeviceCollectionResponse>.CreatePageIterator(client, first!, _ => Count(ref rows))
            .IterateAsync(cancellationToken);
        return rows;
    }

    private static bool Count(ref long rows)
    {
        rows++;
        return true;
    }

    private sealed class FixedToken(string token) : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(token);
    }
}
