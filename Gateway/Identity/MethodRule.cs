namespace Units.Gateway.Identity;

/// <summary>Who may call a method.</summary>
/// <param name="Roles">The roles that may, each within its subtrees.</param>
/// <param name="RolesOverAll">Further roles that may where they have all subtrees: what is called is about no single unit.</param>
internal sealed record MethodRule(Role Roles, Role RolesOverAll = Role.None);
