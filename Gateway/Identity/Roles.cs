namespace Units.Gateway.Identity;

/// <summary>The names of roles.</summary>
internal static class Roles
{
    private static readonly (string Name, Role Role)[] Known =
        [("reporter", Role.Reporter), ("planner", Role.Planner), ("viewer", Role.Viewer), ("operator", Role.Operator)];

    /// <summary>The role of a name; none where it is the name of no role of ours.</summary>
    public static Role Of(string name) => Array.Find(Known, k => string.Equals(k.Name, name, StringComparison.Ordinal)).Role;

    /// <summary>The names of some roles.</summary>
    public static string Names(Role roles) => string.Join(", ", Known.Where(k => roles.HasFlag(k.Role)).Select(k => k.Name));
}
