namespace Etl.Extract.Graph;

/// <summary>Where a Microsoft cloud serves Graph and signs in. The two belong together: a token of one is refused by the other.</summary>
internal sealed record GraphCloud(string Name, string Host, Uri Authority)
{
    public static readonly GraphCloud Global = new("Global", "graph.microsoft.com", new("https://login.microsoftonline.com"));

    public static readonly IReadOnlyList<GraphCloud> All =
    [
        Global,
        new("UsGovernment", "graph.microsoft.us", new("https://login.microsoftonline.us")),
        new("UsGovernmentDod", "dod-graph.microsoft.us", new("https://login.microsoftonline.us")),
        new("China", "microsoftgraph.chinacloudapi.cn", new("https://login.chinacloudapi.cn")),
    ];

    /// <summary>What a token is asked for.</summary>
    public string Scope => $"https://{Host}/.default";

    public string BaseUrl => $"https://{Host}/v1.0";

    public static GraphCloud? Named(string? name) =>
        All.FirstOrDefault(cloud => cloud.Name.Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The cloud that serves <paramref name="host"/>; the global one for a host that is none of Microsoft's.</summary>
    public static GraphCloud Serving(string host) =>
        All.FirstOrDefault(cloud => cloud.Host.Equals(host, StringComparison.OrdinalIgnoreCase)) ?? Global;
}
