namespace Etl.Extract.Archive;

/// <summary>A file of a run's archive as it was written.</summary>
/// <param name="Name">Within the folder of the run.</param>
/// <param name="Sha256">Of the file as it lies there, in hexadecimal: what <c>sha256sum</c> prints.</param>
public sealed record ArchivedFile(string Name, long Bytes, string Sha256);
