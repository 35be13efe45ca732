namespace Units.Simulation;

/// <summary>The profiles that every change runs through.</summary>
internal static class Profiles
{
    /// <summary>Everything now and then.</summary>
    public static readonly Profile Default = new("default");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Profile> All { get; } = [Default];

    /// <summary>The profile of a name.</summary>
    public static Profile Named(string name) => All.FirstOrDefault(p => p.Name == name)
        ?? throw new ArgumentException($"No profile '{name}'. There are: {string.Join(", ", All.Select(p => p.Name))}", nameof(name));
}
