namespace Etl.Simulator;

/// <summary>How the simulated Microsoft Graph behaves.</summary>
public sealed record GraphServerOptions
{
    public const string DefaultToken = "simulated-token";

    /// <summary>0 takes any free port. The server listens on the loopback address only.</summary>
    public int Port { get; init; }

    /// <summary>The bearer token that it takes; any other is answered with 401.</summary>
    public string Token { get; init; } = DefaultToken;

    public FaultProfile Faults { get; init; }

    /// <summary>Of so many pages of a list one is hit, the first among them.</summary>
    public int FaultEvery { get; init; } = 3;

    /// <summary>How many times in a row such a page fails.</summary>
    public int FaultsPerPage { get; init; } = 2;

    /// <summary>What Retry-After asks for, in whole seconds; zero keeps tests quick.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>The largest <c>$top</c> of <c>/devices</c>.</summary>
    public int MaxDeviceTop { get; init; } = 999;

    /// <summary>The largest <c>$top</c> of <c>/deviceManagement/managedDevices</c>.</summary>
    public int MaxManagedDeviceTop { get; init; } = 1_000;

    /// <summary>Properties that this cloud does not have; asking for one is answered with 400.</summary>
    public IReadOnlySet<string> LackingProperties { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Paths (<c>/devices</c>, ...) that the token has no permission for: 403.</summary>
    public IReadOnlySet<string> ForbiddenPaths { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>One item in forty has properties that no schema declares, as Graph's open types do.</summary>
    public bool UndeclaredProperties { get; init; } = true;

    /// <summary>
    /// Keeps each page as it was sent, compressed, so that a second reading costs this process next to nothing; for measuring clients.
    /// </summary>
    public bool CachePages { get; init; }

    /// <summary>Told of each request, with its path below the version, before it is answered; what a test does at that moment.</summary>
    public Action<string>? OnRequest { get; init; }

    /// <summary>For Retry-After dates and the dates in error bodies; pages do not depend on it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What device lacks in the schemas of the USNat and USSec clouds.</summary>
    public static IReadOnlySet<string> NationalCloudLacks { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "enrollmentType", "isRooted", "managementType" };
}
