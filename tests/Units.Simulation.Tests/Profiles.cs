namespace Units.Simulation;

/// <summary>The profiles that every change runs through.</summary>
internal static class Profiles
{
    /// <summary>Everything now and then.</summary>
    public static readonly Profile Default = new("default");

    /// <summary>Duplicates and statements that linger: who is the younger, and whose write is it?</summary>
    public static readonly Profile Rivals = new("rivals")
    {
        Duplicate = 3,
        DuplicateEnds = 1.5,
        Crash = 0.6,
        LivesOn = 0.15,
        Unanswered = 0.15,
        Lingers = 0.9,
        Read = 3,
        Alone = 0,
    };

    /// <summary>Silos die and messages get lost.</summary>
    public static readonly Profile Losses = new("losses")
    {
        SiloDeath = 1,
        Crash = 1,
        Drop = 0.2,
        Repeat = 0.15,
        Late = 0.1,
        Save = 4,
        RecordOld = 0.4,
        Levels = 4,
    };

    /// <summary>Units move and are created while months ahead are reported.</summary>
    public static readonly Profile Reforms = new("reforms") { Move = 3, Create = 1, Ahead = 0.3, LivesOn = 0.1, Lingers = 0.9 };

    /// <summary>One process owns its storage, and its activations come and go.</summary>
    public static readonly Profile Alone = new("alone") { Alone = 1, Crash = 1.5, Read = 4, LivesOn = 0.15, Lingers = 0.9 };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Profile> All { get; } = [Default, Rivals, Losses, Reforms, Alone];

    /// <summary>The profile of a name.</summary>
    public static Profile Named(string name) => All.FirstOrDefault(p => p.Name == name)
        ?? throw new ArgumentException($"No profile '{name}'. There are: {string.Join(", ", All.Select(p => p.Name))}", nameof(name));
}
