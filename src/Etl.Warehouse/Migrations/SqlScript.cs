using System.Security.Cryptography;
using System.Text;

namespace Etl.Warehouse.Migrations;

/// <summary>One SQL file.</summary>
/// <param name="Name">Folder and file, e.g. <c>up/0001_create_schemas.sql</c>.</param>
/// <param name="Text">Its text; kept with line feeds as line ends.</param>
public sealed record SqlScript(string Name, string Text)
{
    public string Text { get; } = Text.ReplaceLineEndings("\n");

    /// <summary>SHA-256 of the text: the same from a checkout with either line end.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n"))));

    /// <summary>The file's name without folder and extension.</summary>
    public string ShortName => Path.GetFileNameWithoutExtension(Name);
}
