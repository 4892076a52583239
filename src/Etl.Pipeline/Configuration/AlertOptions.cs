namespace Etl.Pipeline.Configuration;

/// <summary>Who is told when something changes for the worse, or for the better again (<c>Alerts</c>).</summary>
public sealed record AlertOptions
{
    /// <summary>Where messages go.</summary>
    public IReadOnlyList<WebhookOptions> Webhooks { get; init; } = [];

    /// <summary>A tenant whose last published run describes an instant longer ago than this is late.</summary>
    public int LateAfterHours { get; init; } = 26;

    /// <summary>File that remembers what has been told, over a restart.</summary>
    public string StatePath { get; init; } = "data/alerts.json";

    internal IEnumerable<string> Validate()
    {
        for (var i = 0; i < Webhooks.Count; i++)
            foreach (var fault in Webhooks[i].Validate())
                yield return $"Webhooks:{i}:{fault}";
        if (LateAfterHours is < 1 or > 8_760) yield return $"LateAfterHours: {LateAfterHours} is not between 1 and 8760.";
    }
}
