using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Etl.Extract.Graph;

/// <summary>What the tags of <c>physicalIds</c> say that the rules ask about. Their case varies.</summary>
internal readonly record struct PhysicalIds(bool HasZtdId, string[]? HardwareIds)
{
    public static PhysicalIds Read(ref Utf8JsonReader reader, FieldReader fields, int property)
    {
        if (reader.TokenType == JsonTokenType.Null) return default;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            fields.CountUnreadable(property);
            return default;
        }

        var hasZtdId = false;
        string[]? hardwareIds = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!fields.TryUtf8(ref reader, property, out var tag)) continue;
            hasZtdId |= HasTag(tag, "[ZTDID]"u8);
            if (!HasTag(tag, "[HWID]"u8) || !Utf8.IsValid(tag)) continue;
            var hardwareId = Upper(tag);
            if (hardwareIds is null) hardwareIds = [hardwareId];
            else if (!hardwareIds.Contains(hardwareId, StringComparer.Ordinal)) hardwareIds = [.. hardwareIds, hardwareId];
        }

        return new PhysicalIds(hasZtdId, hardwareIds);
    }

    private static bool HasTag(ReadOnlySpan<byte> text, ReadOnlySpan<byte> tag) =>
        text.Length >= tag.Length && Ascii.EqualsIgnoreCase(text[..tag.Length], tag);

    private static string Upper(ReadOnlySpan<byte> text) =>
        Ascii.IsValid(text)
            ? string.Create(text.Length, text, static (chars, bytes) => Ascii.ToUpper(bytes, chars, out _))
            : Encoding.UTF8.GetString(text).ToUpperInvariant();
}
