using System.Globalization;
using Etl.Cli;

// Numbers and dates in messages and files are the same on every machine.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

return await EtlProgram.RunAsync(args, TimeProvider.System, Console.Out, Console.Error);
