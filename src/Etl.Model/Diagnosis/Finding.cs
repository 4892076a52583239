using Etl.Model.Errors;

namespace Etl.Model.Diagnosis;

/// <summary>What one check of <c>etl doctor</c> saw, as one line.</summary>
/// <param name="Check">What was looked at, in a word or three.</param>
/// <param name="Text">What was seen and, where it is not well, what to do next. Holds no secret, and no name of a person or device.</param>
public sealed record Finding(Verdict Verdict, string Check, string Text)
{
    /// <summary>The tenant that it is about; null where it is about all.</summary>
    public string? Tenant { get; init; }

    /// <summary>Whether the configuration itself is wrong, rather than what it names.</summary>
    public bool IsConfiguration { get; init; }

    public static Finding Ok(string check, string text) => new(Verdict.Ok, check, text);

    public static Finding Warning(string check, string text) => new(Verdict.Warning, check, text);

    public static Finding Fails(string check, string text) => new(Verdict.Fails, check, text);

    public static Finding Fails(string check, EtlException fault) =>
        Fails(check, fault.Message.ReplaceLineEndings(" ")) with { IsConfiguration = fault is ConfigurationException };
}
