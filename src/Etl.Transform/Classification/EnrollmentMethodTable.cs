using Etl.Model.Devices;

namespace Etl.Transform.Classification;

/// <summary>
/// Section 5 of the rules: the method of an enrolled device, read from a table. The most specific row wins: type, agent and join;
/// then type and agent; then type and join; then type alone.
/// </summary>
public sealed class EnrollmentMethodTable
{
    /// <summary>What an enrolment type that Intune did not give is read as.</summary>
    internal const string MissingType = "unknown";

    private const string AnyJoinType = "any";
    private const string Unmapped = "Unmapped";

    private readonly Dictionary<(string Type, string? Agent, string? Join), EnrollmentMethod> _rows = new(KeyComparer.Instance);
    private readonly Dictionary<string, EnrollmentMethod> _members = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, EnrollmentMethod> _unmapped = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="rules">The rows of the table. Two rows with one key are an <see cref="ArgumentException"/>.</param>
    public EnrollmentMethodTable(IEnumerable<EnrollmentMethodRule> rules)
    {
        foreach (var rule in rules)
        {
            if (!_rows.TryAdd((rule.EnrollmentType, rule.ManagementAgent, rule.JoinType), rule.Method))
                throw new ArgumentException(
                    $"Two rows for type '{rule.EnrollmentType}', agent '{rule.ManagementAgent}', join '{rule.JoinType}'.", nameof(rules));
            _members.TryAdd(rule.Method.Code, rule.Method);
        }
    }

    /// <summary>Every method of the table and every member made on sight.</summary>
    public IEnumerable<EnrollmentMethod> Members => _members.Values.Union(_unmapped.Values);

    /// <summary>The row for an enrolled device; null where its type has none.</summary>
    public EnrollmentMethod? Find(string? enrollmentType, string? managementAgent, JoinType joinType)
    {
        var type = enrollmentType ?? MissingType;
        var join = joinType.ToString();
        EnrollmentMethod? method = null;
        if (managementAgent is not null && _rows.TryGetValue((type, managementAgent, join), out method)) return method;
        if (managementAgent is not null && _rows.TryGetValue((type, managementAgent, null), out method)) return method;
        return _rows.TryGetValue((type, null, join), out method) ? method : _rows.GetValueOrDefault((type, null, null));
    }

    /// <summary>
    /// Makes members for types that have no row: one a spelling without case and, of several first seen together, the ordinally
    /// smallest. A type that reads like a method of the table (<c>CoManagement</c>) is that member: two of one code cannot be told apart.
    /// </summary>
    public void AddUnmapped(IEnumerable<string> types)
    {
        foreach (var type in types.Order(StringComparer.Ordinal)) _unmapped.TryAdd(type, _members.GetValueOrDefault(type) ?? MakeUnmapped(type));
    }

    /// <summary>The member that <see cref="AddUnmapped"/> made for this type, in whatever case it is written.</summary>
    public EnrollmentMethod FindUnmapped(string? enrollmentType) => _unmapped[enrollmentType ?? MissingType];

    /// <summary>Whether a device enrolled by this method has the join type that the method leaves behind.</summary>
    public static bool IsExpected(EnrollmentMethod method, JoinType joinType)
    {
        var name = joinType.ToString();
        foreach (var part in method.ExpectedJoinType.AsSpan().Split('|'))
        {
            var expected = method.ExpectedJoinType.AsSpan(part).Trim();
            if (expected.Equals(AnyJoinType, StringComparison.OrdinalIgnoreCase)) return true;
            if (expected.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static EnrollmentMethod MakeUnmapped(string type) => new(type, type, Unmapped, null, null, AnyJoinType);

    private sealed class KeyComparer : IEqualityComparer<(string Type, string? Agent, string? Join)>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals((string Type, string? Agent, string? Join) x, (string Type, string? Agent, string? Join) y) =>
            Same(x.Type, y.Type) && Same(x.Agent, y.Agent) && Same(x.Join, y.Join);

        public int GetHashCode((string Type, string? Agent, string? Join) key) =>
            HashCode.Combine(Hash(key.Type), Hash(key.Agent), Hash(key.Join));

        private static bool Same(string? x, string? y) => string.Equals(x, y, StringComparison.OrdinalIgnoreCase);

        private static int Hash(string? text) => text is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(text);
    }
}
