using System.Text.Json;
using Etl.Simulator.Population;

namespace Etl.Simulator.Graph;

/// <summary>The properties of <c>microsoft.graph.device</c>, in Graph's own spelling.</summary>
internal static class DeviceProperties
{
    // "X509:<SHA1-TP-PUBKEY>" in UTF-16, as Graph shows the key of every registered device, without the thumbprint.
    private const string PublicKey = "WAA1ADAAOQA6ADwAUwBIAEEAMQAtAFQAUAAtAFAAVQBCAEsARQBZAD4A";

    public static GraphProperty<EntraRow>[] All { get; } =
    [
        // An object without an id has no such property at all.
        new("id", (w, r) => w.WriteStringValue(r.Id)) { Exists = r => r.Id is not null },
        new("deviceId", (w, r) => w.WriteStringValue(r.DeviceId)),
        new("displayName", (w, r) => w.WriteStringValue(r.DisplayName)),
        new("accountEnabled", (w, r) => w.WriteBooleanValue(r.AccountEnabled)),
        new("approximateLastSignInDateTime", (w, r) => w.WriteInstant(r.LastSignIn)),
        new("complianceExpirationDateTime", (w, _) => w.WriteNullValue()),
        new("deviceCategory", (w, _) => w.WriteNullValue()),
        new("deviceMetadata", (w, _) => w.WriteNullValue()),
        new("deviceOwnership", (w, r) => w.WriteStringValue(r.Ownership)),
        new("deviceVersion", (w, _) => w.WriteNumberValue(2)),
        new("enrollmentProfileName", (w, r) => w.WriteStringValue(r.EnrollmentProfileName)),
        new("enrollmentType", (w, r) => w.WriteStringValue(r.EnrollmentType)),
        new("isCompliant", (w, r) => w.WriteTruth(r.IsCompliant)),
        new("isManaged", (w, r) => w.WriteTruth(r.IsManaged)),
        new("isManagementRestricted", (w, _) => w.WriteBooleanValue(false)) { OnlyWhenSelected = true },
        new("isRooted", (w, r) => w.WriteTruth(r.IsManaged is null ? null : false)),
        new("managementType", (w, r) => w.WriteStringValue(r.ManagementType)),
        new("manufacturer", (w, r) => w.WriteStringValue(r.Manufacturer)),
        new("mdmAppId", (w, r) => w.WriteStringValue(r.MdmAppId)),
        new("model", (w, r) => w.WriteStringValue(r.Model)),
        new("onPremisesLastSyncDateTime", (w, r) => w.WriteInstant(r.OnPremisesLastSync)),
        new("onPremisesSecurityIdentifier", (w, r) => w.WriteStringValue(r.OnPremisesSecurityIdentifier)) { OnlyWhenSelected = true },
        new("onPremisesSyncEnabled", (w, r) => w.WriteTruth(r.OnPremisesSyncEnabled)),
        new("operatingSystem", (w, r) => w.WriteStringValue(r.OperatingSystem)),
        new("operatingSystemVersion", (w, r) => w.WriteStringValue(r.OperatingSystemVersion)),
        new("physicalIds", (w, r) => w.WriteTexts(r.PhysicalIds)),
        new("profileType", (w, r) => w.WriteStringValue(r.ProfileType)),
        new("registrationDateTime", (w, r) => w.WriteInstant(r.Registered)),
        new("systemLabels", (w, _) => w.WriteTexts([])),
        new("trustType", (w, r) => w.WriteStringValue(r.TrustType)),
        new("alternativeSecurityIds", WriteAlternativeSecurityIds),
    ];

    /// <summary>Microsoft's own samples show createdDateTime, which the schema does not have; extensions are objects.</summary>
    public static void WriteUndeclared(Utf8JsonWriter writer, EntraRow row)
    {
        if (!row.ShowsUndeclared) return;
        writer.WritePropertyName("createdDateTime"u8);
        writer.WriteInstant(row.Created);
        writer.WriteStartObject("extContoso_inventory"u8);
        writer.WriteString("id"u8, "not the id of the device");
        writer.WriteStartArray("costCentres"u8);
        writer.WriteNumberValue(4711);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteAlternativeSecurityIds(Utf8JsonWriter writer, EntraRow row)
    {
        writer.WriteStartArray();
        if (row.HasAlternativeSecurityIds)
        {
            writer.WriteStartObject();
            writer.WriteNumber("type"u8, 2);
            writer.WriteNull("identityProvider"u8);
            writer.WriteString("key"u8, PublicKey);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
