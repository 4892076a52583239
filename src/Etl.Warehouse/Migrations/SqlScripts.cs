using System.Reflection;

namespace Etl.Warehouse.Migrations;

/// <summary>The SQL files of one dialect, as they stand under <c>sql/</c> in the repository.</summary>
public sealed class SqlScripts
{
    private readonly Dictionary<string, SqlScript> _byName;

    /// <summary>Scripts by any other way than the files, for tests.</summary>
    public SqlScripts(IEnumerable<SqlScript> scripts) =>
        _byName = scripts.ToDictionary(script => script.Name, StringComparer.Ordinal);

    /// <summary>The embedded files under <c>sql/DIALECT/</c>.</summary>
    public static SqlScripts Embedded(string dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"sql/{dialect}/";
        return new SqlScripts(assembly.GetManifestResourceNames()
            .Where(resource => resource.Replace('\\', '/').StartsWith(prefix, StringComparison.Ordinal))
            .Select(resource => new SqlScript(resource.Replace('\\', '/')[prefix.Length..], Read(assembly, resource))));
    }

    /// <summary>The text of <paramref name="name"/>, e.g. <c>queries/list_runs.sql</c>.</summary>
    public string this[string name] => _byName[name].Text;

    /// <summary>The scripts of a folder in the ordinal order of their names.</summary>
    public IReadOnlyList<SqlScript> In(string folder) =>
        [.. _byName.Values
            .Where(script => script.Name.StartsWith(folder + "/", StringComparison.Ordinal))
            .OrderBy(script => script.Name, StringComparer.Ordinal)];

    private static string Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
