using Etl.Transform.Classification;
using Etl.Transform.Storage;

namespace Etl.Transform.Matching;

/// <summary>
/// Which of several records stands (section 2 of the rules). Positive where the first ranks above the second; every chain ends in an
/// id, so that the order of reading never decides.
/// </summary>
internal static class Ranking
{
    public static int Compare(in EntraRow first, in EntraRow second)
    {
        var by = first.LastSignIn.CompareTo(second.LastSignIn);
        if (by == 0) by = first.Registered.CompareTo(second.Registered);
        return by != 0 ? by : second.Id.CompareTo(first.Id);
    }

    public static int Compare(in IntuneRow first, in IntuneRow second)
    {
        var by = EnrollmentStateRule.IsEnrolled(first).CompareTo(EnrollmentStateRule.IsEnrolled(second));
        if (by == 0) by = first.LastSync.CompareTo(second.LastSync);
        if (by == 0) by = first.Enrolled.CompareTo(second.Enrolled);
        return by != 0 ? by : second.Id.CompareTo(first.Id);
    }

    public static int Compare(in AdRow first, in AdRow second, TextPool texts)
    {
        var by = first.LastLogon.CompareTo(second.LastLogon);
        if (by == 0) by = first.PasswordLastSet.CompareTo(second.PasswordLastSet);
        if (by == 0) by = first.WhenCreated.CompareTo(second.WhenCreated);
        if (by == 0) by = second.IsDisabled.CompareTo(first.IsDisabled);
        return by != 0 ? by : texts.Compare(second.DistinguishedName, first.DistinguishedName);
    }
}
