using Etl.Model.Devices;
using Etl.Transform.Classification;

namespace Etl.Transform.Tests.Naive;

/// <summary>The method table as it is delivered. No cell of it holds a comma or a quote.</summary>
internal static class MethodsFile
{
    public sealed record Row(string Type, string Agent, string Join, EnrollmentMethod Method);

    public static IReadOnlyList<Row> Rows { get; } = Read();

    public static EnrollmentMethodTable Table() => new(
        Rows.Select(row => new EnrollmentMethodRule(row.Type, OrNull(row.Agent), OrNull(row.Join), row.Method)));

    private static List<Row> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "enrollment-methods.csv"));
        lines[0].ShouldBe("EnrollmentType,ManagementAgent,JoinType,Method,Label,Category,Platform,Ownership,ExpectedJoinType");
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(cells => new Row(
            cells[0], cells[1], cells[2],
            new EnrollmentMethod(cells[3], cells[4], cells[5], OrNull(cells[6]), OrNull(cells[7]), cells[8])))];
    }

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;
}
