using System.Text.RegularExpressions;

namespace Etl.Warehouse.SqlServer;

/// <summary>The statement that calls the procedure which a file makes, with parameters of the same names.</summary>
internal static partial class ProcedureCall
{
    public static string Of(string script)
    {
        var head = Head().Match(script);
        if (!head.Success) throw new InvalidOperationException($"Expected a procedure, found: {script[..Math.Min(80, script.Length)]}");
        var arguments = Parameter().Matches(head.Groups["parameters"].Value).Select(match => $"{match.Value} = {match.Value}");
        return $"EXEC {head.Groups["name"].Value} {string.Join(", ", arguments)}".TrimEnd();
    }

    [GeneratedRegex(@"^CREATE OR ALTER PROCEDURE (?<name>\S+)(?<parameters>.*?)^AS$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Head();

    [GeneratedRegex(@"@\w+", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Parameter();
}
