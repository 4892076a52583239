namespace Etl.Cli;

/// <summary>What the program's exit code says; part of the contract with schedulers.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongConfiguration = 2;
    public const int Held = 3;

    // Several tenants: the first of these that occurred.
    private static readonly int[] ByWeight = [WrongConfiguration, Failed, Held, Done];

    public static int Worst(IEnumerable<int> codes) => codes.MinBy(code => Array.IndexOf(ByWeight, code));
}
