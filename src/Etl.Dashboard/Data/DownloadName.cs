namespace Etl.Dashboard.Data;

/// <summary>The name of a downloaded file. Files of several tenants and days come to lie in one folder.</summary>
public static class DownloadName
{
    /// <summary>Of what there is of tenant and day, in letters that any system takes.</summary>
    public static string Of(params string?[] parts) => string.Concat(
        string.Join('-', parts.OfType<string>()).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' ? letter : '-')) + ".csv";
}
