using Etl.Pipeline.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Etl.Cli.Serving;

/// <summary>Metrics for Prometheus at <c>/metrics</c>; metrics and traces by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.</summary>
internal static class ServiceTelemetry
{
    private const string OtlpVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTo(IServiceCollection services, IConfiguration environment)
    {
        var isOtlp = !string.IsNullOrEmpty(environment[OtlpVariable]);
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("etl"))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(PipelineTelemetry.Name).AddPrometheusExporter();
                if (isOtlp) metrics.AddOtlpExporter();
            });
        if (isOtlp) telemetry.WithTracing(traces => traces.AddSource(PipelineTelemetry.Name).AddOtlpExporter());
    }
}
