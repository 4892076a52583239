using System.Globalization;
using System.Text.Json;

namespace Etl.Pipeline.Alerts;

/// <summary>Fills a template in. Values are escaped for JSON, since they stand inside its texts.</summary>
public static class AlertBody
{
    public static string Fill(string template, Alert alert) => template
        .Replace("{tenant}", Escape(alert.Tenant), StringComparison.Ordinal)
        .Replace("{condition}", alert.Condition.ToString(), StringComparison.Ordinal)
        .Replace("{state}", alert.IsRaised ? "raised" : "cleared", StringComparison.Ordinal)
        .Replace("{time}", alert.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{message}", Escape(alert.Message), StringComparison.Ordinal);

    private static string Escape(string text) => JsonEncodedText.Encode(text).ToString();
}
