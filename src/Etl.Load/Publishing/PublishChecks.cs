using System.Data.Common;
using Dapper;
using Etl.Model.Errors;
using Etl.Model.Runs;
using Etl.Warehouse;

namespace Etl.Load.Publishing;

/// <summary>Runs the checks of a folder. One marked <c>-- fail</c> that finds something ends the publish.</summary>
internal static class PublishChecks
{
    public static async Task<IReadOnlyList<QualityResult>> RunAsync(
        WarehouseSession session, DbTransaction? transaction, string folder, object parameters, CancellationToken cancellationToken)
    {
        var results = new List<QualityResult>();
        foreach (var check in session.Scripts.In(folder).Select(PublishCheck.Parse))
        {
            var violations = (await session.Connection.QueryAsync<(string? Subject, string Found)>(
                new CommandDefinition(check.Sql, parameters, transaction, cancellationToken: cancellationToken))).AsList();
            if (violations.Count > 0 && check.Severity == QualitySeverity.Hold) throw Failed(check, violations);
            if (violations.Count == 0)
                results.Add(new QualityResult(check.Code, Subject: null, check.Severity, check.Expected, "as expected", Passed: true));
            foreach (var (subject, found) in violations)
                results.Add(new QualityResult(check.Code, subject, check.Severity, check.Expected, found, Passed: false));
        }

        return results;
    }

    private static EtlException Failed(PublishCheck check, List<(string? Subject, string Found)> violations)
    {
        var (subject, found) = violations[0];
        var more = violations.Count > 1 ? $" and {violations.Count - 1} more of its kind" : string.Empty;
        return new EtlException(Stage.Load,
            $"Check {check.Code} failed: expected that {check.Expected}; found {subject}: {found}{more}. "
            + "Nothing was published. This is a fault of the rules, not of the data: please report it with the run's archive.");
    }
}
