namespace Etl.Extract.Tests.ActiveDirectory;

public sealed class AdFilePatternTests : IDisposable
{
    private readonly AdFolder _folder = new();

    public AdFilePatternTests()
    {
        foreach (var name in (string[])["ad1.csv", "ad2.csv", "ad.txt", "north/ad3.csv", "north/oslo/ad4.csv", "south/ad5.csv"])
            _folder.Write($"ObjectGUID,Name\n{AdFolder.Guid1},{Path.GetFileNameWithoutExtension(name)}\n", name);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ad1.csv", "ad1")]
    [InlineData("ad?.csv", "ad1 ad2")]
    [InlineData("ad*", "ad ad1 ad2")]
    [InlineData("*/ad*.csv", "ad3 ad5")]
    [InlineData("nor*/*.csv", "ad3")]
    [InlineData("**/*.csv", "ad1 ad2 ad3 ad4 ad5")]
    [InlineData("north/**/*.csv", "ad3 ad4")]
    public async Task Finds_the_files_of_a_pattern(string pattern, string expected)
    {
        var reading = await _folder.ReadAsync(_folder.Options with { Path = _folder.Root + "/" + pattern });

        string.Join(' ', reading.Records.Select(record => record.Name)).ShouldBe(expected);
    }
}
