using System.Globalization;
using Etl.Extract.Archive;
using Etl.Model.Diagnosis;
using Etl.Model.Errors;

namespace Etl.Extract.Graph;

/// <summary>
/// What <c>etl doctor</c> asks of a tenant's Graph: whether it answers, whether there is a token, and for one record of each list,
/// just as a run asks for its first page.
/// </summary>
public sealed class GraphExamination(GraphOptions options, bool withPrimaryUser, TimeProvider clock)
{
    private const string Permissions = "permissions";

    // Somebody waits for the answer.
    private const int MostAttempts = 2;
    private static readonly TimeSpan SignInTimeout = TimeSpan.FromSeconds(60);

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var connection = new GraphConnection(
                options with { PageSize = 1, MaxAttempts = Math.Min(options.MaxAttempts, MostAttempts) }, clock);
            return await ExamineAsync(connection, cancellationToken);
        }
        catch (ConfigurationException e)
        {
            return [Finding.Fails("sign-in", e)];
        }
    }

    private async Task<IReadOnlyList<Finding>> ExamineAsync(GraphConnection connection, CancellationToken cancellationToken)
    {
        var reached = await ReachAsync(connection, cancellationToken);
        var (signedIn, token) = await SignInAsync(connection, cancellationToken);
        if (reached.Verdict == Verdict.Fails || token is null) return [reached, signedIn];

        var devices = await ReadAsync(new EntraDeviceSource(connection, RunArchive.Disabled), EntraDeviceSource.List, cancellationToken);
        var managedDevices = await ReadAsync(
            new ManagedDeviceSource(connection, RunArchive.Disabled, withPrimaryUser), ManagedDeviceSource.List, cancellationToken);
        List<string> refused = [];
        if (devices.Verdict == Verdict.Fails) refused.Add(EntraDeviceSource.List.Permission);
        if (managedDevices.Verdict == Verdict.Fails) refused.Add(ManagedDeviceSource.List.Permission);
        return [reached, signedIn, .. GrantedBy(token, refused), devices, managedDevices];
    }

    private static async Task<Finding> ReachAsync(GraphConnection connection, CancellationToken cancellationToken)
    {
        const string check = "Graph";
        try
        {
            await connection.ReachAsync(cancellationToken);
            return Finding.Ok(check, $"{connection.BaseUrl} answers.");
        }
        catch (GraphFault fault)
        {
            return Finding.Fails(check, Sentence(fault));
        }
    }

    private async Task<(Finding Finding, string? Token)> SignInAsync(GraphConnection connection, CancellationToken cancellationToken)
    {
        const string check = "sign-in";
        using var timeout = new CancellationTokenSource(SignInTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var token = await connection.TokenAsync(either.Token);
            if (TokenClaims.Read(token)?.Expires is { } expires && expires <= clock.GetUtcNow())
                return (Finding.Fails(check, Text($"the token expired at {expires:yyyy-MM-ddTHH:mm:ssZ}. Make a new one, or choose a Graph:Credential that renews itself.")), null);
            return (Finding.Ok(check, $"a token by {options.Credential}."), token);
        }
        catch (GraphFault fault)
        {
            return (Finding.Fails(check, Sentence(fault)), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (Finding.Fails(check, Text($"no token came within {SignInTimeout.TotalSeconds:0} s. Check that {connection.Authority} can be reached from here.")), null);
        }
    }

    /// <summary>Where the token says what it grants: whether a refusal is for want of it, and whether it grants too much.</summary>
    private static IEnumerable<Finding> GrantedBy(string token, IReadOnlyList<string> refused)
    {
        if (TokenClaims.Read(token) is not { } claims) yield break;
        var granted = claims.Granted.Count == 0 ? "nothing" : string.Join(", ", claims.Granted);
        var missing = refused.Where(permission => !GraphPermissions.Satisfies(claims.Granted, permission)).ToList();
        var writing = claims.Granted.Where(GraphPermissions.MayWrite).ToList();
        if (missing.Count > 0)
            yield return Finding.Fails(Permissions,
                $"the token grants {granted}, and lacks {string.Join(" and ", missing)}. Give the app registration that application permission and grant admin consent.");
        else if (writing.Count > 0)
            yield return Finding.Warning(Permissions,
                $"the token grants {string.Join(", ", writing)}, which this program has no use for: it only reads. Take that away from the app registration.");
        else yield return Finding.Ok(Permissions, $"the token grants {granted}.");
    }

    private static async Task<Finding> ReadAsync<T>(ISource<T> source, GraphList list, CancellationToken cancellationToken)
    {
        var check = $"{list.Path} ({list.Permission})";
        var rows = 0;
        try
        {
            await foreach (var page in source.ReadAsync(cancellationToken))
            {
                rows = page.RowsRead;
                break;
            }
        }
        catch (EtlException e)
        {
            return Finding.Fails(check, e);
        }

        if (source.Report.Warnings.Count > 0) return Finding.Warning(check, string.Join(" ", source.Report.Warnings));
        if (rows == 0)
            return Finding.Fails(check, "the list is empty, and an empty source holds a run. Check that Graph:TenantId is the tenant that is meant.");
        return Finding.Ok(check, source.Report.ControlCount is { } count ? Text($"can be read; Graph counts {count:N0}.") : "can be read.");
    }

    private static string Sentence(GraphFault fault) => $"{fault.Message}. {fault.Advice}".TrimEnd();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
