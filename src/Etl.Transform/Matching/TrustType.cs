namespace Etl.Transform.Matching;

/// <summary>Graph's <c>trustType</c>, compared without case.</summary>
internal enum TrustType : byte
{
    Other,
    AzureAd,
    ServerAd,
    Workplace,
}
