using System.Globalization;
using Etl.Model.Sources;
using Etl.Model.Values;

namespace Etl.Extract.ActiveDirectory;

/// <summary>The current record of a file as a computer: cleaned, and the columns of one attribute made one value.</summary>
internal sealed class AdRowMapper(AdCsv csv, AdColumns columns, AdDates dates, AdFile file, SourceReport report)
{
    private const int AccountDisable = 0x2;

    private readonly bool _hasOperatingSystem = !columns[AdAttribute.OperatingSystem].IsEmpty;
    private readonly HashSet<int> _warned = [];

    /// <summary>False where no column has a usable <c>objectGUID</c>.</summary>
    public bool TryReadKey(out Guid objectGuid)
    {
        Span<char> buffer = stackalloc char[AdField.MaxChars];
        foreach (var column in columns[AdAttribute.ObjectGuid])
        {
            if (GuidText.TryRead(AdField.Read(csv, column, buffer), out objectGuid)) return true;
        }

        objectGuid = Guid.Empty;
        return false;
    }

    public AdComputer Read(Guid objectGuid)
    {
        var distinguishedName = Text(AdAttribute.DistinguishedName);
        var userAccountControl = ReadUserAccountControl();
        return new AdComputer
        {
            ObjectGuid = objectGuid,
            Sid = ReadSid(),
            Name = Text(AdAttribute.Name) ?? CommonName.Of(distinguishedName),
            DnsHostName = Text(AdAttribute.DnsHostName),
            DistinguishedName = distinguishedName,
            Enabled = ReadEnabled(userAccountControl),
            UserAccountControl = userAccountControl,
            OperatingSystem = CleanText.OperatingSystem(Text(AdAttribute.OperatingSystem)),
            OperatingSystemVersion = Text(AdAttribute.OperatingSystemVersion),
            OperatingSystemWasRead = _hasOperatingSystem,
            LastLogon = ReadLatest(AdAttribute.LastLogon),
            PasswordLastSet = ReadLatest(AdAttribute.PasswordLastSet),
            WhenCreated = ReadLatest(AdAttribute.WhenCreated),
            HasUserCertificate = ReadFlag(AdAttribute.HasUserCertificate),
        };
    }

    private string? Text(AdAttribute attribute)
    {
        foreach (var column in columns[attribute])
        {
            if (CleanText.OrNull(csv.GetString(column)) is { } text) return text;
        }

        return null;
    }

    private string? ReadSid()
    {
        foreach (var column in columns[AdAttribute.Sid])
        {
            if (CleanText.OrNull(csv.GetString(column)) is not { } text) continue;
            if (SidText.OrNull(text) is { } sid) return sid;
            report.CountUnreadable(columns.Headers[column]);
        }

        return null;
    }

    private int? ReadUserAccountControl()
    {
        Span<char> buffer = stackalloc char[AdField.MaxChars];
        foreach (var column in columns[AdAttribute.UserAccountControl])
        {
            var text = AdField.Read(csv, column, buffer);
            if (text.IsEmpty) continue;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bits)) return bits;
            report.CountUnreadable(columns.Headers[column]);
        }

        return null;
    }

    /// <summary>Either one that says disabled is right: the export may have been made between the two.</summary>
    private bool? ReadEnabled(int? userAccountControl)
    {
        var enabled = ReadFlag(AdAttribute.Enabled);
        if (userAccountControl is not { } bits) return enabled;
        return (bits & AccountDisable) == 0 && enabled != false;
    }

    /// <summary>False where one of the columns says so.</summary>
    private bool? ReadFlag(AdAttribute attribute)
    {
        bool? result = null;
        Span<char> buffer = stackalloc char[AdField.MaxChars];
        foreach (var column in columns[attribute])
        {
            var text = AdField.Read(csv, column, buffer);
            if (text.IsEmpty) continue;
            if (bool.TryParse(text, out var flag)) result = flag && result != false;
            else if (IsTypeName(text)) WarnOfTypeName(column);
            else report.CountUnreadable(columns.Headers[column]);
        }

        return result;
    }

    private DateTimeOffset? ReadLatest(AdAttribute attribute)
    {
        DateTimeOffset? latest = null;
        Span<char> buffer = stackalloc char[AdField.MaxChars];
        foreach (var column in columns[attribute])
        {
            var text = AdField.Read(csv, column, buffer);
            if (text.IsEmpty) continue;
            if (!dates.TryRead(column, text, out var instant)) CountUnreadableDate(column, text);
            else if (instant > latest || latest is null) latest = instant;
        }

        return latest;
    }

    private void CountUnreadableDate(int column, ReadOnlySpan<char> text)
    {
        var header = columns.Headers[column];
        report.CountUnreadable(header);
        if (!_warned.Add(column)) return;
        report.Warnings.Add(
            $"{file.Name}: dates of column \"{header}\" could not be read and were left empty, the first in line {csv.LineNumber}: " +
            $"\"{text}\". Set ActiveDirectory:Culture to the culture of the session that exported.");
    }

    /// <summary>Export-Csv writes an attribute of several values as the name of its .NET type, whether it is empty or not.</summary>
    private static bool IsTypeName(ReadOnlySpan<char> text) =>
        text.StartsWith("Microsoft.ActiveDirectory.", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("System.", StringComparison.OrdinalIgnoreCase);

    private void WarnOfTypeName(int column)
    {
        if (!_warned.Add(column)) return;
        report.Warnings.Add(
            $"{file.Name}: column \"{columns.Headers[column]}\" holds the name of a type instead of values, so it says nothing. " +
            $"Export it as a calculated column: {AdExportCommand.PowerShell}");
    }
}
