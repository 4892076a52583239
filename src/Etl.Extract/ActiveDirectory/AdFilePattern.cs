using System.IO.Enumeration;

namespace Etl.Extract.ActiveDirectory;

/// <summary><c>ActiveDirectory:Path</c>: <c>*</c> and <c>?</c> in any part of the path, <c>**</c> for folders at any depth.</summary>
internal static class AdFilePattern
{
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>The files, in ordinal order of their full paths.</summary>
    public static IReadOnlyList<FileInfo> Find(string pattern)
    {
        var full = Path.GetFullPath(pattern.Trim());
        if (Directory.Exists(full))
        {
            throw AdFault.Of(
                $"ActiveDirectory:Path \"{pattern}\" is a folder. Name the files in it, for example {Path.Combine(pattern, "*.csv")}.");
        }

        try
        {
            var paths = Match(full).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            return paths.Count > 0 ? paths.ConvertAll(path => new FileInfo(path)) : throw AdFault.Of(
                $"No file matches ActiveDirectory:Path \"{pattern}\" ({full}). Put the AD export there, or correct the path; " +
                "a relative one starts at the current directory.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AdFault.Unreadable(full, e);
        }
    }

    private static IEnumerable<string> Match(string full)
    {
        if (File.Exists(full)) return [full];
        var root = Path.GetPathRoot(full)!;
        var parts = full[root.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> folders = [root];
        foreach (var part in parts.SkipLast(1)) folders = folders.SelectMany(folder => Folders(folder, part)).ToList();
        return folders.SelectMany(Directory.EnumerateFiles).Where(path => IsMatch(path, parts[^1]));
    }

    private static IEnumerable<string> Folders(string parent, string part)
    {
        if (part == "**") return Directory.EnumerateDirectories(parent, "*", SearchOption.AllDirectories).Prepend(parent);
        if (part.AsSpan().ContainsAny('*', '?'))
            return Directory.EnumerateDirectories(parent).Where(path => IsMatch(path, part));
        var folder = Path.Combine(parent, part);
        return Directory.Exists(folder) ? [folder] : [];
    }

    private static bool IsMatch(string path, string part) =>
        FileSystemName.MatchesSimpleExpression(part, Path.GetFileName(path.AsSpan()), ignoreCase: OperatingSystem.IsWindows());
}
