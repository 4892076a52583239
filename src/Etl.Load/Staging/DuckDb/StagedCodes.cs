using DuckDB.NET.Data;

namespace Etl.Load.Staging.DuckDb;

/// <summary>The codes that the devices of a run bring themselves, each once and under a number: <c>staging.code</c>.</summary>
internal sealed class StagedCodes
{
    private readonly Dictionary<string, int> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _complianceStates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _agents = new(StringComparer.Ordinal);

    public int OfMethod(string code) => NumberOf(code, _methods);

    public int OfComplianceState(string code) => NumberOf(code, _complianceStates);

    public int OfAgent(string code) => NumberOf(code, _agents);

    public void Write(DuckDBConnection connection)
    {
        using var appender = connection.CreateAppender("staging", "code");
        Write(appender, "enrollment_method", _methods);
        Write(appender, "compliance_state", _complianceStates);
        Write(appender, "management_agent", _agents);
    }

    private static int NumberOf(string code, Dictionary<string, int> known)
    {
        if (known.TryGetValue(code, out var number)) return number;
        number = known.Count + 1;
        known.Add(code, number);
        return number;
    }

    private static void Write(DuckDBAppender appender, string dimension, Dictionary<string, int> numbers)
    {
        foreach (var (code, number) in numbers)
            appender.CreateRow().AppendValue(dimension).AppendValue(number).AppendValue(code).AppendNullValue().EndRow();
    }
}
