using System.Text;

namespace Etl.Extract.ActiveDirectory;

/// <summary>What may stand above the header, and what the header says of the delimiter.</summary>
internal static class AdPreamble
{
    private const int HeadChars = 1 << 16;

    /// <summary>The lines that Windows PowerShell (<c>#TYPE ...</c>) and Excel (<c>sep=;</c>) write above the header.</summary>
    public static bool IsPreamble(ReadOnlySpan<char> line) =>
        line.StartsWith("#TYPE", StringComparison.OrdinalIgnoreCase) || IsSeparatorHint(line);

    /// <summary>The delimiter that the file names itself, else the most frequent of comma, semicolon and tab outside quotes.</summary>
    public static char Delimiter(AdFile file, Encoding encoding)
    {
        using var reader = new StreamReader(file.OpenRead(), encoding);
        var head = new char[HeadChars];
        var text = head.AsSpan(0, reader.ReadBlock(head));
        foreach (var line in text.EnumerateLines())
        {
            if (IsSeparatorHint(line)) return line[4];
            if (!line.IsWhiteSpace() && !IsPreamble(line)) return MostFrequent(line);
        }

        return ',';
    }

    private static bool IsSeparatorHint(ReadOnlySpan<char> line) =>
        line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && char.IsAscii(line[4]) && line[4] != '"';

    private static char MostFrequent(ReadOnlySpan<char> line)
    {
        int commas = 0, semicolons = 0, tabs = 0;
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c == ',') commas++;
            else if (c == ';') semicolons++;
            else if (c == '\t') tabs++;
        }

        if (tabs > commas && tabs > semicolons) return '\t';
        return semicolons > commas ? ';' : ',';
    }
}
