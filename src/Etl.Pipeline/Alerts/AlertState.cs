using System.Text.Json;
using Etl.Pipeline.Configuration;

namespace Etl.Pipeline.Alerts;

/// <summary>Which conditions each channel has been told of, in a file: a service that starts anew does not tell them again.</summary>
internal sealed class AlertState
{
    private readonly string _path;
    private readonly Dictionary<string, SortedSet<string>> _raised;
    private bool _isChanged;

    public AlertState(string path)
    {
        _path = path;
        _raised = File.Exists(path) ? Read(path) : [];
    }

    public bool IsRaised(string channel, string tenant, AlertCondition condition) =>
        _raised.TryGetValue(channel, out var conditions) && conditions.Contains(KeyOf(tenant, condition));

    public void Set(string channel, string tenant, AlertCondition condition, bool isRaised)
    {
        if (!_raised.TryGetValue(channel, out var conditions)) _raised[channel] = conditions = new SortedSet<string>(StringComparer.Ordinal);
        if (isRaised) conditions.Add(KeyOf(tenant, condition));
        else conditions.Remove(KeyOf(tenant, condition));
        _isChanged = true;
    }

    /// <summary>Writes the file where something was set since.</summary>
    public void Save()
    {
        if (!_isChanged) return;
        _isChanged = false;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        File.WriteAllText(_path + ".part", JsonSerializer.Serialize(_raised));
        File.Move(_path + ".part", _path, overwrite: true);
    }

    // What cannot be read has told nobody anything: better once more than never again.
    private static Dictionary<string, SortedSet<string>> Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, SortedSet<string>>>(File.ReadAllText(path)) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string KeyOf(string tenant, AlertCondition condition) => $"{condition} {tenant}";
}
