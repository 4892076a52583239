using System.Buffers.Binary;
using Etl.Repository.Tests;

namespace Etl.Dashboard.Tests;

/// <summary>Pictures that are taken of pages. With <c>ETL_WRITE_PAGES=1</c> in the environment the tests take them anew.</summary>
internal static class Generated
{
    private const string Variable = "ETL_WRITE_PAGES";

    public static bool IsWritten { get; } = Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>Of the same size, that is: fonts differ between machines, so that no two of them paint alike.</summary>
    public static async Task ShouldBeCurrentAsync(string path, byte[] picture)
    {
        var file = Path.Combine(RepositoryFolder.Root, path);
        if (IsWritten) await File.WriteAllBytesAsync(file, picture, TestContext.Current.CancellationToken);
        SizeOf(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))
            .ShouldBe(SizeOf(picture), $"{path} is not current: run the tests with {Variable}=1 and commit what they write");
    }

    // A PNG begins with eight bytes of signature and the head of its first chunk, which tells width and height.
    private static (uint Width, uint Height) SizeOf(byte[] png) =>
        (BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(20)));
}
