using System.Text;

namespace Etl.Extract.Graph;

/// <summary>
/// Lets equal texts share one string: a hundred thousand devices have a handful of models and versions. It holds a fixed number of
/// texts, the last seen at each place.
/// </summary>
internal sealed class TextCache
{
    private const int Places = 4_096;
    private const uint FnvBasis = 2_166_136_261;
    private const uint FnvPrime = 16_777_619;

    private readonly string?[] _texts = new string?[Places];

    public string Get(ReadOnlySpan<byte> ascii)
    {
        ref var text = ref _texts[PlaceOf(ascii)];
        return text is not null && Ascii.Equals(ascii, text) ? text : text = Encoding.ASCII.GetString(ascii);
    }

    private static uint PlaceOf(ReadOnlySpan<byte> text)
    {
        var hash = FnvBasis;
        foreach (var b in text) hash = (hash ^ b) * FnvPrime;
        return hash % Places;
    }
}
