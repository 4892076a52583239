using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Etl.Benchmarks.Processes;

namespace Etl.Benchmarks.Floor;

/// <summary>Graph by bare HttpClient and System.Text.Json, its source generation: no retries, no checks, no archive.</summary>
internal sealed class FloorGraph : IDisposable
{
    private readonly SimulatedData _tenant;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip });

    public FloorGraph(SimulatedData tenant)
    {
        _tenant = tenant;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tenant.Token);
        _http.DefaultRequestHeaders.Add("Prefer", NeededProperties.Prefer);
    }

    public IAsyncEnumerable<FloorDevice[]> Devices() => ReadAsync(
        $"{_tenant.BaseUrl}/devices?$select={string.Join(',', NeededProperties.Devices)}&$top={NeededProperties.DevicesTop}",
        FloorJson.Default.FloorPageFloorDevice);

    public IAsyncEnumerable<FloorManagedDevice[]> ManagedDevices() => ReadAsync(
        $"{_tenant.BaseUrl}/deviceManagement/managedDevices?$select={string.Join(',', NeededProperties.ManagedDevices)}"
        + $"&$top={NeededProperties.ManagedDevicesTop}",
        FloorJson.Default.FloorPageFloorManagedDevice);

    public void Dispose() => _http.Dispose();

    private async IAsyncEnumerable<T[]> ReadAsync<T>(string? url, JsonTypeInfo<FloorPage<T>> type)
    {
        while (url is not null)
        {
            var page = await _http.GetFromJsonAsync(url, type);
            yield return page!.Value;
            url = page.NextLink;
        }
    }
}
