using System.Globalization;
using Etl.Pipeline.Configuration;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Etl.Cli.Serving;

/// <summary>Where the service logs: lines on stderr, and a file of compact JSON a day.</summary>
internal static class ServiceLog
{
    private const string Line = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void AddTo(WebApplicationBuilder builder, LogOptions options)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSerilog((_, log) => log
            .MinimumLevel.Information()
            // Below this they tell every request with its address: of a webhook that is a token.
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            // It writes what the provider says of a person who may not come in; the program's own line does without.
            .MinimumLevel.Override("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogEventLevel.Fatal)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            // Told in a sentence by whoever started it.
            .Filter.ByExcluding(line => line.MessageTemplate.Text == "Hosting failed to start")
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose)
            .WriteTo.File(
                new CompactJsonFormatter(), Path.Combine(Path.GetFullPath(options.Directory), "etl-.json"),
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: options.KeepDays, shared: true));
    }
}
