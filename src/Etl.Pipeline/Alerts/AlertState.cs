using System.Text.Json;
using Etl.Pipeline.Configuration;

namespace Etl.Pipeline.Alerts;

/// <summary>Which conditions have been told of, in a file: a service that starts anew does not tell them again.</summary>
internal sealed class AlertState
{
    private readonly string _path;
    private readonly HashSet<string> _raised;

    public AlertState(string path)
    {
        _path = path;
        _raised = File.Exists(path) ? [.. Read(path)] : [];
    }

    public bool IsRaised(string tenant, AlertCondition condition) => _raised.Contains(KeyOf(tenant, condition));

    public void Set(string tenant, AlertCondition condition, bool isRaised)
    {
        if (isRaised) _raised.Add(KeyOf(tenant, condition));
        else _raised.Remove(KeyOf(tenant, condition));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        File.WriteAllText(_path + ".part", JsonSerializer.Serialize(_raised.Order(StringComparer.Ordinal)));
        File.Move(_path + ".part", _path, overwrite: true);
    }

    // What cannot be read has told nobody anything: better once more than never again.
    private static string[] Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(File.ReadAllText(path)) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string KeyOf(string tenant, AlertCondition condition) => $"{condition} {tenant}";
}
