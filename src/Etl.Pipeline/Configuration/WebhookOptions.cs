using System.Text.Json;
using Etl.Model.Values;

namespace Etl.Pipeline.Configuration;

/// <summary>One receiver of alerts: an HTTP POST with a JSON body (<c>Alerts:Webhooks[]</c>).</summary>
public sealed record WebhookOptions
{
    /// <summary>The body where none is configured: Slack and Teams show <c>text</c>.</summary>
    public const string DefaultTemplate = """{"text":"{message}"}""";

    /// <summary>Where alerts are posted. Most services put a token into the address, so it is kept as one.</summary>
    public Secret? Url { get; init; }

    /// <summary>Which conditions are told, separated by commas: of <c>Failed</c>, <c>Held</c>, <c>Late</c>, <c>BelowTarget</c>. Without it all.</summary>
    public IReadOnlyList<AlertCondition> On { get; init; } = [];

    /// <summary>
    /// The body: JSON in which <c>{message}</c>, <c>{tenant}</c>, <c>{condition}</c>, <c>{state}</c> (<c>raised</c> or
    /// <c>cleared</c>) and <c>{time}</c> are filled in, inside string values.
    /// </summary>
    public string Template { get; init; } = DefaultTemplate;

    internal IEnumerable<string> Validate()
    {
        if (Url is null) yield return "Url: is missing; set it in the environment or in a secret file.";
        else if (!Uri.TryCreate(Url.Reveal(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return "Url: is no http or https address.";
        if (!IsJson(Template)) yield return "Template: is not JSON.";
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
