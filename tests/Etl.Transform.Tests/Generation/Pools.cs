using CsCheck;
using Etl.Transform.Tests.Naive;

namespace Etl.Transform.Tests.Generation;

/// <summary>
/// Few values, so that they collide often; instants at the borders that the rules draw. What ties records together carries a mark,
/// in place of which each tenant gets its number (<see cref="Tenants"/>).
/// </summary>
internal static class Pools
{
    public const string Mark = "0BEE";
    private const int KeyCount = 10;

    public static readonly Guid[] Keys = [.. Enumerable.Range(1, KeyCount).Select(Key)];

    public static readonly Gen<Guid> AnyKey = Gen.OneOf(Keys);

    public static readonly Gen<string> EntraId = Gen.OneOf(
    [
        .. Enumerable.Range(100, 16).Select(i => Key(i).ToString("D")),
        Key(10).ToString("D").ToUpperInvariant(), "e-0BEE", "E-0BEE", "~0BEE",
    ]);

    public static readonly Gen<string> IntuneId = Gen.OneOf(
    [
        .. Enumerable.Range(200, 8).Select(i => Key(i).ToString("D")),
        Keys[0].ToString("D"), Keys[9].ToString("D"), Keys[9].ToString("D").ToUpperInvariant(), Keys[2].ToString("N"),
        Keys[3].ToString("B"), "m-0BEE", "M-0BEE",
    ]);

    public static readonly Gen<string?> Sid = OrNull("S-1-0BEE-1", "S-1-0BEE-2", "S-1-0BEE-3");

    public static readonly Gen<string?> Name = OrNull(
        "PC-0BEE-1", "pc-0BEE-1", "PC-0BEE-2", "SERIAL-0BEE-1", "serial-0BEE-2", "LONG-NAME-0BEE-6", "long-name-0BEE-", "LONG-NAME-0BEE-B");

    public static readonly Gen<string?> Serial = OrNull("SERIAL-0BEE-1", "Serial-0BEE-1", "SERIAL-0BEE-2", "PC-0BEE-1");

    public static readonly Gen<string[]> HardwareIds =
        Gen.OneOf<string[]>([], [], ["[HWID]:H:0BEE1"], ["[HWID]:H:0BEE2"], ["[HWID]:H:0BEE3"], ["[HWID]:H:0BEE1", "[HWID]:H:0BEE2"]);

    public static readonly Gen<DateTimeOffset?> Instant = Gen.Frequency(
        (3, Gen.Const((DateTimeOffset?)null)),
        (4, Near(TimeSpan.Zero)),
        (3, Near(TimeSpan.FromHours(24))),
        (3, Near(TimeSpan.FromDays(21))),
        (4, Near(TimeSpan.FromDays(90))),
        (4, Gen.OneOf<DateTimeOffset?>(Tenant.T.AddDays(-5), Tenant.T.AddDays(-6), Tenant.T.AddDays(3), Tenant.T.AddDays(-400))));

    public static readonly Gen<string?> OperatingSystem = Gen.Frequency(
        (12, Gen.OneOf<string?>("Windows", "WINDOWS", "Windows 11 Enterprise")),
        (2, Gen.Const((string?)null)),
        (4, Gen.OneOf<string?>("Windows Server", "Linux", "Ubuntu Server", "MacMDM", "iPadOS", "AndroidForWork", "Toaster")));

    public static readonly Gen<string?> Version = Gen.Frequency(
        (8, Gen.OneOf("10.0.22631.4317", "10.0 (19045)", null)),
        (3, Gen.OneOf<string?>("6.1.7601", "10.0.16299", "10.0.16298.1", "10.0 (20348)", "10.0.25398.9", "5.1", "18.6")));

    public static readonly Gen<bool?> Flag = Gen.OneOf<bool?>(true, false, null);

    public static Guid Key(int number) => new(number, 0xBEE, 0x4, [9, 8, 7, 6, 5, 4, 3, 2]);

    public static Gen<string?> OrNull(params string[] values) => Gen.OneOf<string?>([null, .. values]);

    private static Gen<DateTimeOffset?> Near(TimeSpan before) => Gen.OneOf<DateTimeOffset?>(
        Tenant.T - before, Tenant.T - before - TimeSpan.FromTicks(1), Tenant.T - before + TimeSpan.FromTicks(1));
}
