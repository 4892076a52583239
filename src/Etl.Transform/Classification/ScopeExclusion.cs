using System.Text.RegularExpressions;

namespace Etl.Transform.Classification;

/// <summary>A row of <c>config/scope-exclusions.csv</c>: devices that an organisation leaves out of the denominator.</summary>
public sealed class ScopeExclusion
{
    private readonly Regex _pattern;

    /// <param name="pattern">Text in which <c>*</c> stands for any characters; compared without case.</param>
    public ScopeExclusion(ScopeExclusionField field, string pattern, string? note)
    {
        Field = field;
        Pattern = pattern;
        Note = note;
        var expression = "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$";
        _pattern = new Regex(expression, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline
            | RegexOptions.NonBacktracking);
    }

    public ScopeExclusionField Field { get; }
    public string Pattern { get; }
    public string? Note { get; }

    public bool Matches(string? value) => value is not null && _pattern.IsMatch(value);
}
