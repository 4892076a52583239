using System.CommandLine;
using Etl.Cli.Output;
using Etl.Model.Diagnosis;
using Etl.Model.Errors;
using Etl.Pipeline.Configuration;
using Etl.Pipeline.Diagnosis;

namespace Etl.Cli.Commands;

/// <summary><c>etl doctor</c>: what a run and the service will need, each thing on a line. Changes nothing.</summary>
internal static class DoctorCommand
{
    private static readonly Option<string?> Tenant = Arguments.Tenant("Look at this tenant only.");
    private static readonly Option<bool> Json = Arguments.Json();

    public static Command Create(CommandContext context)
    {
        var command = new Command("doctor", "Check configuration, sign-in, permissions, AD exports and warehouse; change nothing.") { Tenant, Json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var isJson = arguments.GetValue(Json);
            List<Finding> findings = [];
            await ExamineAsync(context, arguments, Tell, cancellationToken);
            if (isJson) JsonOutput.Write(context.Output, findings);
            else FindingList.WriteSum(context, findings);
            return ExitCodeOf(findings);

            void Tell(Finding finding)
            {
                findings.Add(finding);
                if (!isJson) FindingList.Write(context, finding);
            }
        });
        return command;
    }

    private static async Task ExamineAsync(CommandContext context, ParseResult arguments, Action<Finding> tell, CancellationToken cancellationToken)
    {
        EtlOptions options;
        IReadOnlyList<TenantOptions> tenants;
        const string check = "configuration";
        try
        {
            options = CommandContext.LoadConfiguration(arguments);
            tenants = Tenants.Choose(options, arguments.GetValue(Tenant));
        }
        catch (ConfigurationException e)
        {
            foreach (var fault in e.Faults) tell(Finding.Fails(check, fault.ReplaceLineEndings(" ")) with { IsConfiguration = true });
            return;
        }

        tell(Finding.Ok(check, $"{Path.GetFullPath(ConfigurationLoader.FindFile(arguments.GetValue(CommandContext.Config)))}: {string.Join(", ", options.Tenants.Select(tenant => tenant.Name))}."));
        await new Examination(options, context.Clock).ExamineAsync(tenants, tell, cancellationToken);
    }

    private static int ExitCodeOf(List<Finding> findings)
    {
        var failed = findings.Where(finding => finding.Verdict == Verdict.Fails).ToList();
        return failed.Count == 0 ? ExitCodes.Done : failed.Any(finding => finding.IsConfiguration) ? ExitCodes.WrongConfiguration : ExitCodes.Failed;
    }
}
