using CsCheck;
using Etl.Model.Sources;

namespace Etl.Transform.Tests.Generation;

/// <summary>Records of the three sources, as clean as section 1 of the rules leaves them and as odd as it allows.</summary>
internal static class Records
{
    private static readonly Gen<string?> TrustType = Pools.OrNull(
        "AzureAd", "AzureAd", "azuread", "ServerAd", "SERVERAD", "Workplace", "Workplace", "Cloud");

    private static readonly Gen<string?> ProfileType =
        Gen.Frequency((6, Pools.OrNull("RegisteredDevice", "registereddevice")), (1, Pools.OrNull("SecureVM", "Printer", "IoT", "Shared")));

    private static readonly Gen<string?> Agent = Gen.Frequency(
        (6, Pools.OrNull("mdm", "MDM", "easMdm", "configurationManagerClientMdm")),
        (3, Pools.OrNull("configurationManagerClient", "msSense", "jamf", "eas", "unknown", "newAgent")));

    private static readonly Gen<string?> EnrollmentType = Pools.OrNull(
        "windowsAzureADJoin", "WINDOWSCOMANAGEMENT", "windowsCoManagement", "windowsAutoEnrollment", "userEnrollment",
        "newType0BEE", "NewType0BEE", "zType0BEE");

    private static readonly Gen<Guid?> MdmApp = Gen.OneOf<Guid?>(
        null, new Guid("0000000a-0000-0000-c000-000000000000"), new Guid("54b943f8-d761-4f8d-951e-9cea1846db5a"), Pools.Key(999));

    public static readonly Gen<EntraDevice> Entra =
        from ids in Gen.Select(Pools.EntraId, Pools.AnyKey, Pools.Sid)
        from names in Gen.Select(Pools.Name, Pools.HardwareIds, Gen.OneOf(true, false, false))
        from types in Gen.Select(TrustType, ProfileType, Pools.Flag, Pools.OrNull("MicrosoftSense", "MDM", "mdm", "Mdm"))
        from instants in Gen.Select(Pools.Instant, Pools.Instant)
        from flags in Gen.Select(Gen.OneOf<bool?>(true, true, true, false, null), Pools.Flag, Pools.Flag, MdmApp)
        from system in Gen.Select(Pools.OperatingSystem, Pools.Version, Pools.OrNull("Company", "corporate", "Personal"))
        from model in Gen.Select(Pools.OrNull("Latitude"), Pools.OrNull("Dell"))
        select new EntraDevice
        {
            Id = ids.Item1,
            DeviceId = ids.Item2,
            OnPremisesSecurityIdentifier = ids.Item3,
            DisplayName = names.Item1,
            HardwareIds = names.Item2,
            HasZtdId = names.Item3,
            TrustType = types.Item1,
            ProfileType = types.Item2,
            HasAlternativeSecurityIds = types.Item3,
            ManagementType = types.Item4,
            RegistrationDateTime = instants.Item1,
            ApproximateLastSignInDateTime = instants.Item2,
            AccountEnabled = flags.Item1,
            IsManaged = flags.Item2,
            IsCompliant = flags.Item3,
            MdmAppId = flags.Item4,
            OperatingSystem = system.Item1,
            OperatingSystemVersion = system.Item2,
            DeviceOwnership = system.Item3,
            Model = model.Item1,
            Manufacturer = model.Item2,
        };

    public static readonly Gen<ManagedDevice> Intune =
        from ids in Gen.Select(Pools.IntuneId, Gen.OneOf([null, null, .. Pools.Keys.Cast<Guid?>()]))
        from names in Gen.Select(Pools.Name, Pools.Serial, Pools.OrNull("ada@contoso.example"))
        from types in Gen.Select(EnrollmentType, Agent, Pools.OrNull("company", "Personal", "unknown"))
        from states in Gen.Select(
            Gen.Frequency((5, Pools.OrNull("managed")), (1, Pools.OrNull("retirePending", "WipeIssued", "discovered"))),
            Pools.OrNull("compliant", "InGracePeriod", "brandNew"))
        from instants in Gen.Select(Pools.Instant, Pools.Instant, Pools.Instant)
        from system in Gen.Select(Pools.OperatingSystem, Pools.Version)
        from model in Gen.Select(Pools.OrNull("XPS"), Pools.OrNull("HP"))
        select new ManagedDevice
        {
            Id = ids.Item1,
            AzureADDeviceId = ids.Item2,
            DeviceName = names.Item1,
            SerialNumber = names.Item2,
            UserPrincipalName = names.Item3,
            DeviceEnrollmentType = types.Item1,
            ManagementAgent = types.Item2,
            ManagedDeviceOwnerType = types.Item3,
            ManagementState = states.Item1,
            ComplianceState = states.Item2,
            LastSyncDateTime = instants.Item1,
            EnrolledDateTime = instants.Item2,
            ManagementCertificateExpirationDate = instants.Item3,
            OperatingSystem = system.Item1,
            OsVersion = system.Item2,
            Model = model.Item1,
            Manufacturer = model.Item2,
        };

    public static readonly Gen<AdComputer> Ad =
        from ids in Gen.Select(Pools.AnyKey, Pools.Sid, Pools.Name)
        from place in Gen.Select(
            Pools.OrNull("CN=a,OU=x,DC=y", @"CN=a\,b,OU=x", "CN=alone"), Gen.OneOf<int?>(null, 0x1000, 0x1000, 0x82000))
        from flags in Gen.Select(Gen.OneOf<bool?>(true, true, true, false, null), Pools.Flag, Gen.Bool)
        from instants in Gen.Select(Pools.Instant, Pools.Instant, Pools.Instant)
        from system in Gen.Select(Pools.OperatingSystem, Pools.Version)
        select new AdComputer
        {
            ObjectGuid = ids.Item1,
            Sid = ids.Item2,
            Name = ids.Item3,
            DistinguishedName = place.Item1,
            UserAccountControl = place.Item2,
            Enabled = flags.Item1,
            HasUserCertificate = flags.Item2,
            OperatingSystemWasRead = flags.Item3,
            LastLogon = instants.Item1,
            PasswordLastSet = instants.Item2,
            WhenCreated = instants.Item3,
            OperatingSystem = system.Item1,
            OperatingSystemVersion = system.Item2,
        };
}
