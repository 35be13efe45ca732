namespace Units.Gateway.Identity;

/// <summary>Marks an endpoint that shows what is in the whole cluster: only an operator over all subtrees may call it, where identity is configured.</summary>
public sealed class OperatorsOnly
{
    /// <summary>The mark.</summary>
    public static OperatorsOnly Mark { get; } = new();

    private OperatorsOnly()
    {
    }

    /// <summary>Refuses who may not.</summary>
    /// <exception cref="Errors.RefusedException">The caller is no operator, or not one over all.</exception>
    internal static void Require(Caller caller)
    {
        if (!caller.Roles.HasFlag(Role.Operator))
        {
            throw new Errors.RefusedException(Errors.GatewayReasons.RoleRequired, Roles.Names(Role.Operator));
        }

        if (!caller.SeesAll)
        {
            throw new Errors.RefusedException(Errors.GatewayReasons.AllSubtreesRequired);
        }
    }
}
