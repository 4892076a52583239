using Etl.EndToEnd.Tests.Running;

namespace Etl.EndToEnd.Tests;

/// <summary>AD files that cannot be used as a whole.</summary>
public sealed class AdFileTests(SimulatedDays days)
{
    private const string Header = "ObjectGUID,Name,whenCreated\n";

    private static readonly Dictionary<string, (byte[]? Content, string[] Told)> Faults = new(StringComparer.Ordinal)
    {
        ["missing"] = (null, ["No file matches ActiveDirectory:Path", "missing.csv"]),
        ["empty"] = ([], ["empty.csv is empty"]),
        ["binary"] = ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0], ["binary.csv is not text"]),
        ["headerless"] = (
            "a811a5be-cbb4-4f3c-9835-452e5cf30102,LT-04412,2024-08-03T19:05:10Z\n"u8.ToArray(), ["headerless.csv", "ObjectGUID"]),
        ["keyless"] = (
            "Name,whenCreated\nLT-04412,2024-08-03T19:05:10Z\n"u8.ToArray(), ["ObjectGUID", "Get-ADComputer -Filter *", "Export-Csv"]),
        ["ambiguous"] = (
            System.Text.Encoding.UTF8.GetBytes(Header + "a811a5be-cbb4-4f3c-9835-452e5cf30102,LT-04412,02/03/2026 10:00:00\n"),
            ["whenCreated", "2026-03-02", "2026-02-03", "ActiveDirectory:Culture"]),
    };

    [Fact]
    public async Task A_file_that_cannot_be_used_fails_its_tenant_in_a_sentence_and_publishes_nothing()
    {
        await using var graph = await SimulatedDays.ServeAsync(days.Tuesday);
        using var workplace = days.OnTuesday(graph.BaseUrl);
        foreach (var (name, fault) in Faults)
        {
            if (fault.Content is not null) File.WriteAllBytes(workplace.PathOf(name + ".csv"), fault.Content);
            workplace.AddTenant(name, graph.BaseUrl, name + ".csv");
        }

        workplace.TenantSettings["ActiveDirectory"]!["Path"] = "nowhere/*.csv";
        var run = await workplace.RunAsync(days.Tuesday);

        run.ShouldRefuse(EtlResult.Failed, "contoso: No file matches");
        foreach (var (name, fault) in Faults)
        {
            foreach (var part in fault.Told) run.ErrorOf(name).ShouldContain(part, Case.Sensitive);
        }

        run.Output.ShouldBeEmpty();
        (await workplace.PublishedAsync()).ShouldBe(days.OfMonday);
    }
}
