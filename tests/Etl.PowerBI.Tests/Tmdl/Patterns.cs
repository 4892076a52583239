using System.Text.RegularExpressions;

namespace Etl.PowerBI.Tests.Tmdl;

internal static partial class Patterns
{
    [GeneratedRegex(@"Item=""(?<view>\w+)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    public static partial Regex View();

    [GeneratedRegex(@"^('(?<table>([^']|'')+)'|(?<table>\w+))\.('(?<column>([^']|'')+)'|(?<column>\w+))$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    public static partial Regex End();

    [GeneratedRegex(@"(('(?<table>([^']|'')+)'|(?<table>\b[A-Za-z]\w*))?)\[(?<name>[^\]]+)\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    public static partial Regex Reference();

    [GeneratedRegex(@"[^=<>]= (FALSE \(\)|0\b|"""")", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    public static partial Regex LooseComparison();

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.NonBacktracking)]
    public static partial Regex Text();

    [GeneratedRegex(@"'(?<table>([^']|'')+)'", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    public static partial Regex TableName();
}
