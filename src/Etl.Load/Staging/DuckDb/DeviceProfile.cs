using DuckDB.NET.Data;
using Etl.Model.Devices;

namespace Etl.Load.Staging.DuckDb;

/// <summary>What a run says of a device in few words, which many others share: a row of <c>staging.profile</c>.</summary>
internal readonly record struct DeviceProfile(
    JoinType JoinType,
    EnrollmentState EnrollmentState,
    string EnrollmentMethod,
    Platform Platform,
    Ownership Ownership,
    string ComplianceState,
    string ManagementAgent,
    Scope Scope,
    GapReason GapReason,
    bool IsCovered,
    bool InEntra,
    bool InIntune,
    bool InAd,
    bool IsAutopilot,
    bool IsStale,
    bool? JoinTypeAsExpected,
    AdMatch AdMatch,
    IntuneMatch IntuneMatch,
    int IntuneRecordCount)
{
    public static DeviceProfile Of(ClassifiedDevice device) => new(
        device.JoinType,
        device.EnrollmentState,
        device.EnrollmentMethod,
        device.Platform,
        device.Ownership,
        device.ComplianceState,
        device.ManagementAgent,
        device.Scope,
        device.GapReason,
        device.IsCovered,
        device.InEntra,
        device.InIntune,
        device.InAd,
        device.IsAutopilot,
        device.IsStale,
        device.JoinTypeAsExpected,
        device.AdMatch,
        device.IntuneMatch,
        device.IntuneRecordCount);

    /// <summary>In the order of the columns; the keys that publish/ fills in are null.</summary>
    public void Append(IDuckDBAppenderRow row, int number) => row
        .AppendValue(number)
        .AppendValue((short)JoinType)
        .AppendValue((short)EnrollmentState)
        .AppendValue(EnrollmentMethod)
        .AppendNullValue()
        .AppendValue((short)Platform)
        .AppendValue((short)Ownership)
        .AppendValue(ComplianceState)
        .AppendNullValue()
        .AppendValue(ManagementAgent)
        .AppendNullValue()
        .AppendValue((short)Scope)
        .AppendValue((short)GapReason)
        .AppendValue(EnrollmentState == EnrollmentState.Enrolled)
        .AppendValue(Scope == Scope.InScope)
        .AppendValue(IsCovered)
        .AppendValue(InEntra)
        .AppendValue(InIntune)
        .AppendValue(InAd)
        .AppendValue(IsAutopilot)
        .AppendValue(IsStale)
        .AppendValue(JoinTypeAsExpected)
        .AppendValue(MatchCodes.Of(AdMatch))
        .AppendValue(MatchCodes.Of(IntuneMatch))
        .AppendValue(IntuneRecordCount)
        .EndRow();
}
