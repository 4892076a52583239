namespace Etl.Simulator.Population;

/// <summary>What is wrong with a record beyond those that the personas have.</summary>
internal enum Flaw : byte
{
    None,

    /// <summary>No key to use it by: the rules reject it.</summary>
    Unusable,

    /// <summary>A second, older record under the same key.</summary>
    Duplicate,
}
