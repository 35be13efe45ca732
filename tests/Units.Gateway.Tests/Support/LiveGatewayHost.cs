namespace Units.Gateway.Tests.Support;

/// <summary>The gateway by the clock of this machine, for what moves by itself.</summary>
public sealed class LiveGatewayHost : GatewayHost
{
    /// <inheritdoc/>
    protected override TimeProvider Clock => TimeProvider.System;
}
