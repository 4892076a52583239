using System.Collections;
using System.Globalization;
using System.Reflection;
using Etl.Model.Values;
using Etl.Pipeline.Configuration;

namespace Etl.Repository.Tests;

/// <summary>The table of <c>config/README.md</c>: every key that is read, its default as the options have it, and what they say of it.</summary>
internal sealed class ConfigurationTable
{
    private readonly DocComments _comments = new();

    public string Write() => string.Concat(ConfigurationLoader.Keys().Select(Row).Prepend("| key | default | meaning |\n|---|---|---|\n"));

    private string Row(string key)
    {
        var property = PropertyOf(key);
        var meaning = _comments.Summary(property);
        meaning.ShouldNotBeEmpty($"{key}: {property.DeclaringType!.Name}.{property.Name} has no summary, which config/README.md shows");
        if (property.PropertyType == typeof(Secret)) meaning = "**Secret.** " + meaning;
        var names = NamesOf(property.PropertyType);
        if (!names.All(name => meaning.Contains($"`{name}`", StringComparison.Ordinal)))
            meaning += $" One of {string.Join(", ", names.Select(name => $"`{name}`"))}.";
        return $"| `{key}` | {Default(property)} | {meaning.Replace("|", "\\|", StringComparison.Ordinal)} |\n";
    }

    /// <summary>A part of a key is a property; a number is a member of a list, and <c>*</c> an entry with a name of the operator's own.</summary>
    private static PropertyInfo PropertyOf(string key)
    {
        var type = typeof(EtlOptions);
        PropertyInfo? property = null;
        foreach (var part in key.Split(':'))
        {
            if (part == "*") break;
            if (part == "0")
            {
                type = type.GetGenericArguments()[0];
                continue;
            }

            property = type.GetProperty(part).ShouldNotBeNull($"{key}: {type.Name} has no property {part}");
            type = property.PropertyType;
        }

        return property!;
    }

    private static string Default(PropertyInfo property)
    {
        // Without its required members, which have no default to show.
        var value = property.GetValue(Activator.CreateInstance(property.DeclaringType!));
        return value switch
        {
            null or "" => "",
            string text => $"`{text}`",
            bool flag => flag ? "`true`" : "`false`",
            IEnumerable => "",
            _ => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
        };
    }

    private static string[] NamesOf(Type type)
    {
        var member = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        return member.IsEnum ? Enum.GetNames(member) : [];
    }
}
