namespace Units.Gateway.Tests.Support;

/// <summary>A gateway that believes desk tokens, by the clock of this machine.</summary>
public sealed class LiveIdentityHost : IdentityHost
{
    /// <inheritdoc/>
    protected override TimeProvider Clock => TimeProvider.System;
}
