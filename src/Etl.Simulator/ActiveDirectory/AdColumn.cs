using Etl.Simulator.Population;

namespace Etl.Simulator.ActiveDirectory;

/// <summary>A column of an export. An empty text is an attribute without a value.</summary>
internal sealed record AdColumn(string Header, Func<AdRow, string> Value);
