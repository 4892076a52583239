using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Etl.Pipeline.Configuration;

/// <summary>
/// Reads settings one by one and gathers every fault with the path of its key, so that an operator mends a file once and not once a
/// fault. Notes which keys were read: what a file holds beyond them is a typing error.
/// </summary>
internal sealed class SettingReader(IConfiguration root, List<string> faults)
{
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlySet<string> KeysRead => _read;

    public void Fault(string path, string sentence) => faults.Add($"{path}: {sentence}");

    /// <summary>Adds what an options type says of itself; its sentences open with the key below <paramref name="path"/>.</summary>
    public void Faults(string path, IEnumerable<string> sentences) => faults.AddRange(sentences.Select(sentence => $"{path}:{sentence}"));

    /// <summary>Adds sentences that open with the whole path of their key.</summary>
    public void AddFaults(IEnumerable<string> sentences) => faults.AddRange(sentences);

    public string? Text(string path)
    {
        _read.Add(path);
        return root[path] is { Length: > 0 } text ? text : null;
    }

    public int? Int(string path) => Read<int>(path, "a whole number",
        (string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value));

    public double? Number(string path) => Read<double>(path, "a number with a decimal point",
        (string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value));

    public bool? Bool(string path) => Read<bool>(path, "true or false", bool.TryParse);

    public T? Enum<T>(string path) where T : struct, Enum => Read<T>(path, string.Join(", ", System.Enum.GetNames<T>()),
        (string text, out T value) => System.Enum.TryParse(text, ignoreCase: true, out value) && System.Enum.IsDefined(value)
            && !char.IsAsciiDigit(text[0]));

    /// <summary>Members of an enum, separated by commas; empty where the key is not set.</summary>
    public IReadOnlyList<T> Enums<T>(string path) where T : struct, Enum
    {
        List<T> members = [];
        foreach (var name in (Text(path) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (System.Enum.GetNames<T>().Contains(name, StringComparer.OrdinalIgnoreCase)) members.Add(System.Enum.Parse<T>(name, ignoreCase: true));
            else Fault(path, $"'{name}' is not {string.Join(", ", System.Enum.GetNames<T>())}.");
        return members;
    }

    public IReadOnlyDictionary<string, string> Map(string path)
    {
        var entries = root.GetSection(path).GetChildren().Where(entry => entry.Value is not null).ToList();
        foreach (var entry in entries) _read.Add(entry.Path);
        return entries.ToDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The paths of the members of an array, in order.</summary>
    public IEnumerable<string> Members(string path) => root.GetSection(path).GetChildren().Select(member => member.Path);

    public bool Exists(string path) => root.GetSection(path).Exists();

    private delegate bool TryParse<T>(string text, out T value);

    private T? Read<T>(string path, string expected, TryParse<T> tryParse) where T : struct
    {
        if (Text(path) is not { } text) return null;
        if (tryParse(text, out var value)) return value;
        Fault(path, $"'{text}' is not {expected}.");
        return null;
    }
}
