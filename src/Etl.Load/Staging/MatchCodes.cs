using Etl.Model.Devices;

namespace Etl.Load.Staging;

/// <summary>The codes of how a device was matched. Spelled out: Enum.ToString looks the name up each time, a million times a load.</summary>
internal static class MatchCodes
{
    public static string Of(AdMatch match) => match switch
    {
        AdMatch.ObjectGuid => nameof(AdMatch.ObjectGuid),
        AdMatch.Sid => nameof(AdMatch.Sid),
        _ => nameof(AdMatch.None),
    };

    public static string Of(IntuneMatch match) => match switch
    {
        IntuneMatch.DeviceId => nameof(IntuneMatch.DeviceId),
        IntuneMatch.Standalone => nameof(IntuneMatch.Standalone),
        _ => nameof(IntuneMatch.None),
    };
}
