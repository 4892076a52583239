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
            foreach (var part in expected == TableRow.Missing ? [] : expected.Split('|', StringSplitOptions.TrimEntries))
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
            if (!TryName(code, out GapReason reason) && code != TableRow.Missing) row.Fault($"'{code}' is no gap reason.");
            return new GapReasonText(reason, row.Required("Label"), row.Required("Explanation"), row.Required("RecommendedAction"), row.Required("Severity"));
        });

    private List<ScopeExclusion> ReadExclusions() =>
        Rows("scope-exclusions.csv", ["Field", "Pattern"], row =>
        {
            var name = row.Required("Field");
            if (!TryName(name, out ScopeExclusionField field) && name != TableRow.Missing)
                row.Fault($"'{name}' is no field; expected name, model, ou or enrollmentProfileName.");
            return new ScopeExclusion(field, row.Required("Pattern"), row.Optional("Note"));
        });

    private static bool IsJoinType(string text) => TryName(text, out JoinType _);

    // The framework takes numbers for members too, even for those that there are not.
    private static bool TryName<T>(string text, out T member) where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out member) && Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase);

    private List<T> Rows<T>(string file, string[] columns, Func<TableRow, T> map)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path)) path = Path.Combine(shippedFolder, file);
        if (!File.Exists(path))
        {
            faults.Add($"{file}: not in {folder}, and not beside the program.");
            return [];
        }

        using var reader = CsvReader.FromText(File.ReadAllText(path), new CsvReaderOptions
        {
            TrackLineNumbers = true,
            OnMalformedRecord = record => faults.Add($"{path} line {record.LineNumber}: its quotes do not match; a quote within quotes is written twice."),
        });
        reader.ReadHeader();
        var missing = columns.Where(column => !reader.TryGetFieldIndex(column, out _)).ToList();
        if (missing.Count > 0)
        {
            faults.Add($"{path}: lacks the column {string.Join(", ", missing)}.");
            return [];
        }

        List<T> rows = [];
        while (reader.Read())
        {
            var row = new TableRow(reader, $"{path} line {reader.LineNumber}", faults);
            if (reader.FieldCount > reader.Headers.Count)
                row.Fault($"has {reader.FieldCount} fields, the header has {reader.Headers.Count}; put a text with a comma in quotes.");
            rows.Add(map(row));
        }

        return rows;
    }

    private sealed class TableRow(CsvReader reader, string place, List<string> faults)
    {
        /// <summary>In place of what is not there, which has been told.</summary>
        public const string Missing = "?";

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
            return Missing;
        }

        public void Fault(string sentence) => faults.Add($"{place}: {sentence}");
    }
}
