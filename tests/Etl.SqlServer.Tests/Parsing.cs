using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Etl.SqlServer.Tests;

/// <summary>T-SQL as SQL Server 2019 reads it.</summary>
internal static class Parsing
{
    public static TSqlScript Parse(string sql, out IReadOnlyList<string> errors)
    {
        using var reader = new StringReader(sql);
        var script = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true, SqlEngineType.All).Parse(reader, out var found);
        errors = [.. found.Select(error => $"line {error.Line}: {error.Message}")];
        return script;
    }

    public static TSqlScript Parse(string sql)
    {
        var script = Parse(sql, out var errors);
        errors.ShouldBeEmpty();
        return script;
    }

    public static string Text(TSqlFragment fragment) => string.Concat(
        fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1)
            .Select(token => token.Text));
}
