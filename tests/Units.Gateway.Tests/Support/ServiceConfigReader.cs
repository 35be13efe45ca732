using System.Globalization;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Units.Gateway.Tests.Support;

/// <summary>Reads a gRPC service config in JSON for the .NET client, which takes only objects.</summary>
internal static class ServiceConfigReader
{
    public static ServiceConfig Read(string json)
    {
        JsonElement root = JsonDocument.Parse(json).RootElement;
        JsonElement throttling = root.GetProperty("retryThrottling");
        ServiceConfig config = new()
        {
            RetryThrottling = new RetryThrottlingPolicy
            {
                MaxTokens = throttling.GetProperty("maxTokens").GetInt32(),
                TokenRatio = throttling.GetProperty("tokenRatio").GetDouble(),
            },
        };
        foreach (JsonElement method in root.GetProperty("methodConfig").EnumerateArray())
        {
            MethodConfig read = new() { RetryPolicy = Retry(method), HedgingPolicy = Hedging(method) };
            foreach (JsonElement name in method.GetProperty("name").EnumerateArray())
            {
                read.Names.Add(new MethodName { Service = name.GetProperty("service").GetString(), Method = name.GetProperty("method").GetString() });
            }

            config.MethodConfigs.Add(read);
        }

        return config;
    }

    private static RetryPolicy? Retry(JsonElement method)
    {
        if (!method.TryGetProperty("retryPolicy", out JsonElement policy))
        {
            return null;
        }

        RetryPolicy read = new()
        {
            MaxAttempts = policy.GetProperty("maxAttempts").GetInt32(),
            InitialBackoff = Duration(policy, "initialBackoff"),
            MaxBackoff = Duration(policy, "maxBackoff"),
            BackoffMultiplier = policy.GetProperty("backoffMultiplier").GetDouble(),
        };
        Add(read.RetryableStatusCodes, policy.GetProperty("retryableStatusCodes"));
        return read;
    }

    private static HedgingPolicy? Hedging(JsonElement method)
    {
        if (!method.TryGetProperty("hedgingPolicy", out JsonElement policy))
        {
            return null;
        }

        HedgingPolicy read = new() { MaxAttempts = policy.GetProperty("maxAttempts").GetInt32(), HedgingDelay = Duration(policy, "hedgingDelay") };
        Add(read.NonFatalStatusCodes, policy.GetProperty("nonFatalStatusCodes"));
        return read;
    }

    private static void Add(IList<StatusCode> codes, JsonElement names)
    {
        foreach (JsonElement name in names.EnumerateArray())
        {
            codes.Add(Enum.Parse<StatusCode>(name.GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true));
        }
    }

    private static TimeSpan Duration(JsonElement policy, string property) =>
        TimeSpan.FromSeconds(double.Parse(policy.GetProperty(property).GetString()!.TrimEnd('s'), CultureInfo.InvariantCulture));
}
