namespace Units.Gateway.Comparing;

/// <summary>Where a chain of targets ends that inherit from one another.</summary>
internal enum ChainEnd
{
    /// <summary>At a target that inherits no more.</summary>
    Found,

    /// <summary>Where nothing is set, or may be read.</summary>
    Nothing,

    /// <summary>Where it has been before.</summary>
    Circle,

    /// <summary>Nowhere within <see cref="TargetReference.MaxChain"/> targets.</summary>
    TooFar,
}
