using System.Globalization;
using Etl.Model.Devices;
using Etl.Model.Diagnosis;
using Etl.Pipeline.Configuration;

namespace Etl.Pipeline.Diagnosis;

/// <summary>The tables of the rules; what they hold has been checked when they were read.</summary>
internal static class RulesCheck
{
    public static IEnumerable<Finding> Of(RuleTables tables)
    {
        const string check = "rules";
        var wordless = Enum.GetValues<GapReason>().Except(tables.GapReasons.Select(reason => reason.Code).Append(GapReason.Unknown)).ToList();
        yield return wordless.Count == 0
            ? Finding.Ok(check, string.Create(CultureInfo.InvariantCulture,
                $"{tables.Methods.Count} enrolment methods, {tables.GapReasons.Count} gap reasons, {tables.Exclusions.Count} exclusions from scope."))
            : Finding.Warning(check, $"gap-reasons.csv has no words for {string.Join(", ", wordless)}: reports show the code alone. Add the rows.");
    }
}
