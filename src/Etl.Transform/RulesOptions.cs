namespace Etl.Transform;

/// <summary>What an organisation may set about the rules (<c>Rules</c> in the configuration).</summary>
public sealed record RulesOptions
{
    /// <summary>Entra rewrites a device's last sign-in only every 14 days, give or take 5: below this, live devices look stale.</summary>
    public const int SmallestStaleAfterDays = 21;

    /// <summary>A device without any sign of life for more than this many days is stale and leaves the denominator; at least 21.</summary>
    public int StaleAfterDays { get; init; } = 90;

    /// <summary>Count personal devices that are only registered as in scope.</summary>
    public bool CountPersonal { get; init; }

    /// <summary>The coverage that leadership wants, 0 to 1.</summary>
    public double? CoverageTarget { get; init; }

    /// <summary>One sentence a fault, each beginning with the key.</summary>
    public IEnumerable<string> Validate()
    {
        if (StaleAfterDays < SmallestStaleAfterDays)
            yield return $"StaleAfterDays: {StaleAfterDays} is under {SmallestStaleAfterDays}; Entra refreshes a last sign-in only every " +
                "14 days, give or take 5, so that live devices would be called stale.";
        if (StaleAfterDays > 3650) yield return $"StaleAfterDays: {StaleAfterDays} is more than ten years.";
        if (CoverageTarget is < 0 or > 1 or double.NaN) yield return $"CoverageTarget: {CoverageTarget} is not a share between 0 and 1.";
    }
}
