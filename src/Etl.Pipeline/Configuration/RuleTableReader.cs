using CsvHelper;
using Etl.Model.Devices;
using Etl.Transform.Classification;

namespace Etl.Pipeline.Configuration;

/// <summary>
/// Reads the tables of the rules from a folder; a table that is not there is the one that ships with the program. Faults are
/// gathered with file and line, as those of the settings are.
/// </summary>
internal sealed class RuleTableReader(string folder, string shippedFolder, List<string> faults)
{
    public RuleTables Read() => new(ReadMethods(), ReadGapReasons(), ReadExclusions());

    private List<EnrollmentMethodRule> ReadMethods()
    {
        var rules = Rows("enrollment-methods.csv", ["EnrollmentType", "Method", "Label", "Category", "ExpectedJoinType"], row =>
        {
            var joinType = row.Optional("JoinType");
            if (joinType is not null && !IsJoinType(joinType)) row.Fault($"'{joinType}' is no join type.");
            var expected = row.Required("ExpectedJoinType");
            foreach (var part in expected.Split('|', StringSplitOptions.TrimEntries))
                if (!part.Equals("any", StringComparison.OrdinalIgnoreCase) && !IsJoinType(part))
                    row.Fault($"'{part}' is no join type, nor 'any'.");
            var method = new EnrollmentMethod(row.Required("Method"), row.Required("Label"), row.Required("Category"),
                row.Optional("Platform"), row.Optional("Ownership"), expected);
            return new EnrollmentMethodRule(row.Required("EnrollmentType"), row.Optional("ManagementAgent"), joinType, method);
        });
        foreach (var twice in rules.GroupBy(rule => (rule.EnrollmentType, rule.ManagementAgent, rule.JoinType).ToString().ToUpperInvariant())
                     .Where(group => group.Count() > 1))
            faults.Add($"enrollment-methods.csv: two rows for {twice.First().EnrollmentType}, {twice.First().ManagementAgent}, {twice.First().JoinType}.");
        return rules;
    }

    private List<GapReasonText> ReadGapReasons() =>
        Rows("gap-reasons.csv", ["Code", "Label", "Explanation", "RecommendedAction", "Severity"], row =>
        {
            var code = row.Required("Code");
            if (!Enum.TryParse(code, ignoreCase: true, out GapReason reason)) row.Fault($"'{code}' is no gap reason.");
            return new GapReasonText(reason, row.Required("Label"), row.Required("Explanation"), row.Required("RecommendedAction"), row.Required("Severity"));
        });

    private List<ScopeExclusion> ReadExclusions() =>
        Rows("scope-exclusions.csv", ["Field", "Pattern"], row =>
        {
            var name = row.Required("Field");
            if (!Enum.TryParse(name, ignoreCase: true, out ScopeExclusionField field))
                row.Fault($"'{name}' is no field; expected name, model, ou or enrollmentProfileName.");
            return new ScopeExclusion(field, row.Required("Pattern"), row.Optional("Note"));
        });

    private static bool IsJoinType(string text) => Enum.GetNames<JoinType>().Contains(text, StringComparer.OrdinalIgnoreCase);

    private List<T> Rows<T>(string file, string[] columns, Func<TableRow, T> map)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path)) path = Path.Combine(shippedFolder, file);
        if (!File.Exists(path))
        {
            faults.Add($"{file}: not in {folder}, and not beside the program.");
            return [];
        }

        using var reader = CsvReader.FromText(File.ReadAllText(path));
        reader.ReadHeader();
        var missing = columns.Where(column => !reader.TryGetFieldIndex(column, out _)).ToList();
        if (missing.Count > 0)
        {
            faults.Add($"{path}: lacks the column {string.Join(", ", missing)}.");
            return [];
        }

        List<T> rows = [];
        while (reader.Read()) rows.Add(map(new TableRow(reader, $"{path} row {rows.Count + 1}", faults)));
        return rows;
    }

    private sealed class TableRow(CsvReader reader, string place, List<string> faults)
    {
        public string? Optional(string column)
        {
            if (!reader.TryGetFieldIndex(column, out _)) return null;
            var text = reader.GetStringOrNull(column)?.Trim();
            return string.IsNullOrEmpty(text) ? null : text;
        }

        public string Required(string column)
        {
            if (Optional(column) is { } text) return text;
            Fault($"{column} is empty.");
            return "?";
        }

        public void Fault(string sentence) => faults.Add($"{place}: {sentence}");
    }
}
